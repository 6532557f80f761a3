import { getLocation, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { z } from 'zod';
import type { Line, Model } from '@/lib/model/types';
import { type Problem, pathOf, problemsOf } from './problems';
import { checkLine, lineSchema, modelSchema, type RawLine, type RawModel } from './schema';

export const MAX_MODEL_BYTES = 8 * 1024 * 1024;

/** Deeper than any model is; beyond it a parser may run out of stack. */
const deepest = 50;

export type Parsed =
  | { readonly ok: true; readonly model: Model }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the text of a model file: what is no JSON is named with its place, line and column. */
export function parseModelText(text: string): Parsed {
  const source = text.replace(/^\uFEFF/, '');
  if (source.trim() === '') return refused('the file', 'expected JSON, but the file is empty');
  const problem = firstSyntaxProblem(source);
  if (problem) return { ok: false, problems: [problem] };
  return parseModelJson(JSON.parse(source));
}

/** Reads a model from a JSON value, with every default filled in. */
export function parseModelJson(value: unknown): Parsed {
  const result = modelSchema.safeParse(value, { reportInput: true });
  return result.success ? { ok: true, model: modelOf(result.data) } : { ok: false, problems: problemsOf(result.error) };
}

/** Reads one line, as a form sends it. */
export function parseLine(
  raw: unknown,
  side: 'offer' | 'alternative',
  about: { horizonMonths: number; currency: string },
): { ok: true; line: Line } | { ok: false; problems: readonly Problem[] } {
  const schema = lineSchema.superRefine((line, context) => checkLine(line, side, about, context, []));
  const result = z.safeParse(schema, raw, { reportInput: true });
  if (!result.success) return { ok: false, problems: problemsOf(result.error) };
  return { ok: true, line: lineOf(result.data, about.horizonMonths) };
}

function refused(path: string, message: string): Parsed {
  return { ok: false, problems: [{ path, message }] };
}

/** The first place where the text is no JSON, repeats a key, or nests too deep. */
function firstSyntaxProblem(text: string): Problem | null {
  let problem: Problem | null = null;
  let depth = 0;
  const keys: Set<string>[] = [];
  const report = (offset: number, message: string) => {
    if (problem) return;
    const before = text.slice(0, offset).split('\n');
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    problem = { path: pathOf(getLocation(text, offset).path), message: `${message} (${place})` };
  };
  const open = (offset: number) => {
    if (++depth > deepest) {
      report(offset, 'expected a model, found brackets nested too deep');
      return false;
    }
    return true;
  };
  visit(
    text,
    {
      onObjectBegin: (offset) => {
        keys.push(new Set());
        return open(offset);
      },
      onObjectEnd: () => {
        keys.pop();
        depth--;
      },
      onArrayBegin: open,
      onArrayEnd: () => {
        depth--;
      },
      onObjectProperty: (key, offset) => {
        const seen = keys.at(-1);
        if (seen?.has(key)) report(offset, `expected each key once, “${key.slice(0, 40)}” is there twice`);
        seen?.add(key);
      },
      onError: (code, offset, length) =>
        report(
          offset,
          `expected JSON, ${syntax(code)} at ${JSON.stringify(text.slice(offset, offset + Math.min(length, 20)))}`,
        ),
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  if (problem) return problem;
  try {
    JSON.parse(text);
    return null;
  } catch {
    return { path: 'the file', message: 'expected JSON' };
  }
}

function syntax(code: ParseErrorCode): string {
  const words = printParseErrorCode(code)
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim();
  return words === 'invalid symbol' ? 'found no number, text, true, false or null' : words;
}

function modelOf(raw: RawModel): Model {
  const { format: _, correlation = 0.2, offer, alternatives, chosen, threshold, ...rest } = raw;
  return {
    ...rest,
    correlation,
    offer: { ...offer, lines: offer.lines.map((line) => lineOf(line, raw.horizonMonths)) },
    alternatives: alternatives.map(({ plan, lines, ...alternative }) => ({
      ...alternative,
      lines: lines.map((line) => lineOf(line, raw.horizonMonths)),
      ...(plan && plan.length > 0 && { plan }),
    })),
    ...(chosen !== undefined && { chosen }),
    ...(threshold && { threshold }),
  };
}

/** The line with its defaults; an absent key stays absent rather than undefined. */
function lineOf(raw: RawLine, horizonMonths: number): Line {
  const filled = (() => {
    switch (raw.kind) {
      case 'recurring':
        return {
          ...raw,
          escalator: raw.escalator ?? 0,
          heldUntil: raw.heldUntil ?? raw.start,
          growth: raw.growth ?? 0,
        };
      case 'one-time':
        return { ...raw, quantity: raw.quantity ?? 1, end: raw.end ?? raw.start + 1 };
      case 'commitment':
        return raw;
      default:
        return { ...raw, start: raw.start ?? -24, end: raw.end ?? horizonMonths };
    }
  })();
  const workload = filled.workload?.trim() ? { workload: filled.workload } : {};
  const { workload: _, ...line } = filled;
  const present = Object.fromEntries(
    Object.entries({ ...line, ...workload }).filter(([, value]) => value !== undefined),
  );
  // The schema has just checked every key of the kind; only undefined ones were taken away.
  return present as Line;
}
