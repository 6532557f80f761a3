import type { z } from 'zod';

/** What is expected, and where inside the file: `alternatives[0].lines[3].unitCost.low`. */
export type Problem = { readonly path: string; readonly message: string };

/** A file that is something else altogether has thousands of problems; nobody reads more than these. */
const most = 50;

export function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${shown(String(key))}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}

/** The issues of a schema, in words. Unknown keys first: a misspelt one is the reason why another is missing. */
export function problemsOf(error: z.ZodError): Problem[] {
  const isUnknown = ({ code }: z.core.$ZodIssue) => code === 'unrecognized_keys';
  const issues = [...error.issues.filter(isUnknown), ...error.issues.filter((issue) => !isUnknown(issue))];
  return issues.slice(0, most).flatMap((issue): Problem[] => {
    if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: messageOf(issue) }];
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({ path: pathOf([...issue.path, key]), message: messages[index] ?? '' }));
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  const expected = issue.message.startsWith('expected') ? issue.message : standardMessage(issue);
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${expected}, but it is missing`;
  // What is wrong with a whole object is said in the message; the object itself would be too much to show.
  const found = issue.code === 'invalid_type' || isPlain(issue.input) ? `, found ${described(issue.input)}` : '';
  return `${expected}${found}`;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What the schema says in zod's words. */
function standardMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${types[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}`;
    default:
      return `expected something else: ${issue.message}`;
  }
}

const types: Readonly<Record<string, string>> = {
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

function described(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? shown(JSON.stringify(value)) : String(value);
}

/** Foreign text fit to be shown on one line. */
export function shown(text: string): string {
  const clean = text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}
