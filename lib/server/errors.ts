/** What the other side now holds, sent with a refusal so that nothing is silently overwritten. */
export type Current = { readonly version: number; readonly value: unknown };

export type ActionError = {
  readonly code: 'invalid' | 'not-found' | 'stale' | 'refused' | 'limited' | 'unexpected';
  readonly message: string;
  /** Path of the field the message belongs to. */
  readonly field?: string;
  readonly current?: Current;
  /** To quote when asking for help: the log holds the cause under it. */
  readonly reference?: string;
};

export type ActionResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly ActionError[] };

/** An error whose message is meant for the reader. Anything else that is thrown is answered by a reference only. */
export class DomainError extends Error {
  readonly detail: ActionError;

  constructor(detail: ActionError) {
    super(detail.message);
    this.name = 'DomainError';
    this.detail = detail;
  }
}

/** The one answer for "not there" and "not yours". */
export function notFound(): DomainError {
  return new DomainError({ code: 'not-found', message: 'There is nothing here, or it is not yours to see.' });
}
