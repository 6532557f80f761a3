import type { Line, Model } from '@/lib/model/types';
import { type About, checkLine, lineSchema, type RawLine } from './line-schema';
import { tooLarge } from './magnitude';
import { modelSchema, type RawModel } from './model-schema';
import { type Problem, problemsOf } from './problems';
import { firstSyntaxProblem } from './syntax';

export const MAX_MODEL_BYTES = 8 * 1024 * 1024;

type Refused = { readonly ok: false; readonly problems: readonly Problem[] };

export type Parsed = { readonly ok: true; readonly model: Model } | Refused;

/** Reads the text of a model file: what is no JSON is named with its place, line and column. */
export function parseModelText(text: string): Parsed {
  const source = text.replace(/^\uFEFF/, '');
  const problem = firstSyntaxProblem(source);
  return problem ? { ok: false, problems: [problem] } : parseModelJson(JSON.parse(source));
}

/** Reads a model from a JSON value, with every default filled in. */
export function parseModelJson(value: unknown): Parsed {
  const result = modelSchema.safeParse(value, { reportInput: true });
  if (!result.success) return { ok: false, problems: problemsOf(result.error) };
  const model = modelOf(result.data);
  const problem = tooLarge(model);
  return problem ? { ok: false, problems: [problem] } : { ok: true, model };
}

/** Reads one line, as a form sends it. */
export function parseLine(
  raw: unknown,
  side: 'offer' | 'alternative',
  about: About,
): { readonly ok: true; readonly line: Line } | Refused {
  const schema = lineSchema.superRefine((line, context) => checkLine(line, side, about, context, []));
  const result = schema.safeParse(raw, { reportInput: true });
  if (!result.success) return { ok: false, problems: problemsOf(result.error) };
  return { ok: true, line: lineOf(result.data, about.horizonMonths) };
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

/** The line with its defaults; a blank workload is none, and an absent key stays absent rather than undefined. */
function lineOf(raw: RawLine, horizonMonths: number): Line {
  const { workload, ...line } = raw;
  const named = workload?.trim() ? { ...line, workload } : line;
  // The schema has just checked every key of the kind; only undefined ones are taken away.
  return Object.fromEntries(
    Object.entries({ ...defaultsOf(raw, horizonMonths), ...named }).filter(([, value]) => value !== undefined),
  ) as Line;
}

function defaultsOf(raw: RawLine, horizonMonths: number): Partial<Line> {
  switch (raw.kind) {
    case 'recurring':
      return { escalator: 0, heldUntil: raw.start, growth: 0 };
    case 'one-time':
      return { quantity: 1, end: raw.start + 1 };
    case 'commitment':
      return {};
    default:
      return { start: -24, end: horizonMonths };
  }
}
