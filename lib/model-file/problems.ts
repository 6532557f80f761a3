import type { z } from 'zod';

/** What is wrong, and where inside the file: `alternatives[0].lines[3].unitCost.low`. */
export type Problem = { readonly path: string; readonly message: string };

const keys =
  'format currency renewalDate horizonMonths discountRate correlation offer alternatives chosen threshold label termMonths renewalUplift lines id kind plan part category workload quantity unitCost low likely high per billed start end escalator heldUntil growth claimed rate of amount tiers upTo months after'.split(
    ' ',
  );

export function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

/** A zod issue in words. At most fifty: a file that is something else altogether has thousands. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.slice(0, 50).flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: pathOf([...issue.path, shown(key)]), message: unknownKey(key) }));
    }
    return [{ path: pathOf(issue.path), message: messageOf(issue) }];
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  const found = issue.input === undefined ? '' : `, found ${describe(issue.input)}`;
  if (issue.message.startsWith('expected')) return `${issue.message}${issue.code === 'custom' ? '' : found}`;
  if (issue.code === 'invalid_type') {
    return issue.input === undefined
      ? `expected ${article(issue.expected)}, but it is missing`
      : `expected ${article(issue.expected)}${found}`;
  }
  if (issue.code === 'invalid_value')
    return `expected ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}${found}`;
  if (issue.code === 'too_small') return `expected at least ${issue.minimum}${found}`;
  if (issue.code === 'too_big') return `expected at most ${issue.maximum}${found}`;
  return issue.message;
}

function article(type: string): string {
  if (type === 'int') return 'a whole number';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return shown(JSON.stringify(value));
}

function shown(text: string): string {
  const clean = text.replace(/\p{Cc}/gu, '�');
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}

function unknownKey(key: string): string {
  const nearest = keys
    .map((known) => ({ known, far: distance(key.slice(0, 40), known) }))
    .sort((a, b) => a.far - b.far)[0];
  const hint = nearest && nearest.far <= 2 ? `; did you mean “${nearest.known}”?` : '';
  return `expected only keys of the format, this one is unknown${hint}`;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
