/** One thing that is wrong, and where. */
export type Problem = {
  /** Path inside the project, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  /** The rule it breaks: a compiler's code, a lint rule, or the short name of a law. */
  readonly law: string;
  readonly message: string;
};

/** A checker reads the project under `root` and names what is wrong; an empty list is a pass. */
export type Check = { readonly name: string; readonly run: (root: string) => Promise<readonly Problem[]> };

export function textOf({ file, line, law, message }: Problem): string {
  return `${file}${line ? `:${line}` : ''}  ${law}  ${message}`;
}
