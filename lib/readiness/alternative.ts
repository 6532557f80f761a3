import { standardCategories, standardCategoriesOf } from './categories';
import { type Finding, met, missing, some, unmet } from './criterion';
import type { AlternativeFacts, ClaimFacts, LineFacts } from './facts';
import { groundingOf } from './grounding';

type Chosen = AlternativeFacts | null;

/** A1: an alternative is chosen and has run lines and switching lines. */
export function chosen(alternative: Chosen): Finding {
  if (!alternative) return missing('alternative', 'No alternative is chosen yet.');
  const parts = new Set(alternative.lines.map(({ part }) => part));
  if (parts.size === 2) return met('An alternative is chosen, with what it costs to run and to reach.');
  const lacking = parts.size === 0 ? 'line' : parts.has('run') ? 'switching line' : 'run line';
  return missing('alternative', `The chosen alternative has no ${lacking} yet.`);
}

/** A2: every line has low < high, or basis contract or quote. */
export function ranged(alternative: Chosen): Finding {
  const lines = alternative?.lines ?? [];
  if (lines.length === 0) return nothingCosted();
  const wrong = lines.filter((line) => !isRanged(line));
  if (wrong.length === 0) return met('Every line is a range, or a contract or a quote.');
  return some('line', wrong, lines.length, {
    one: 'line',
    is: 'has no range, and rests on neither contract nor quote',
    are: 'have no range, and rest on neither contract nor quote',
  });
}

/** A line without an estimate, such as a graduated one, has its bands from somewhere: it needs the basis. */
function isRanged({ low, high, basis }: LineFacts): boolean {
  return basis === 'contract' || basis === 'quote' || (low !== null && high !== null && low < high);
}

/** A3: four fifths of the cost rest on something that can be shown, and is recent. */
export function grounded(alternative: Chosen, today: string): Finding {
  const lines = alternative?.lines ?? [];
  const { share, met: enough, missing: gaps } = groundingOf(lines, today);
  if (share === null) return nothingCosted();
  // Cut, not rounded: 79.99 % is not shown as 80.
  const percent = `${Math.floor(share * 1000) / 10} %`;
  if (enough) return met(`${percent} of the cost rests on contract, quote, measured or benchmark, recent enough.`);
  const label = (id: string) => lines.find((line) => line.id === id)?.label ?? id;
  const first = gaps[0];
  return unmet(
    `${percent} of the cost is grounded and recent, 80 % is asked for${first ? `: first “${label(first.id)}” (${first.why})` : ''}.`,
    gaps.map(({ id }) => ({ kind: 'line', id, label: label(id) })),
  );
}

/** A4: every line was reviewed, after its last change, by somebody other than who changed it. */
export function reviewed(alternative: Chosen): Finding {
  const lines = alternative?.lines ?? [];
  if (lines.length === 0) return nothingCosted();
  const wrong = lines.filter((line) => !line.reviewed);
  if (wrong.length === 0) return met('Every line was reviewed as it stands, by somebody else than who changed it.');
  return some('line', wrong, lines.length, {
    one: 'line',
    is: 'has not been reviewed since its last change',
    are: 'have not been reviewed since their last change',
  });
}

function nothingCosted(): Finding {
  return missing('alternative', 'The chosen alternative has no line that costs anything yet.');
}

const switchingLines = (alternative: Chosen) => alternative?.lines.filter(({ part }) => part === 'switching') ?? [];

/** S1: each standard category has a switching line, or a reason why it does not apply. */
export function complete(alternative: Chosen): Finding {
  if (!alternative) return missing('alternative', 'No alternative is chosen yet.');
  const costed = new Set(switchingLines(alternative).flatMap(({ category }) => standardCategoriesOf(category)));
  const open = standardCategories.filter((each) => !costed.has(each) && !alternative.excused.includes(each));
  if (open.length === 0) return met('Every standard category has a line, or a reason why it does not apply.');
  const named = open.length === 1 ? open.join('') : `${open.slice(0, -1).join(', ')} and ${open.at(-1)}`;
  return unmet(
    `${open.length} of ${standardCategories.length} standard categories ${open.length === 1 ? 'has' : 'have'} neither a line nor a reason: ${named}.`,
    open.map((label) => ({ kind: 'category', id: null, label })),
  );
}

/** S2: no switching line rests on a vendor claim. */
export function independent(alternative: Chosen): Finding {
  const lines = switchingLines(alternative);
  if (lines.length === 0) return missing('alternative', 'There is no switching line yet.');
  const wrong = lines.filter(({ basis }) => basis === 'vendor claim');
  if (wrong.length === 0) return met('No switching line rests on what the vendor says.');
  return some('line', wrong, lines.length, {
    one: 'switching line',
    is: 'rests on a vendor claim',
    are: 'rest on vendor claims',
  });
}

/** S3: every claim has a verdict and a piece of evidence. */
export function answered(claims: readonly ClaimFacts[]): Finding {
  const wrong = claims.filter(({ verdict, evidence }) => !verdict || !evidence);
  if (claims.length === 0) return met('No claim of the account team waits for an answer.');
  if (wrong.length === 0) return met('Every claim has a verdict, and something that shows it.');
  const first = wrong[0];
  const lacks = first?.verdict ? 'no evidence' : first?.evidence ? 'no verdict' : 'neither verdict nor evidence';
  return some('claim', wrong, claims.length, {
    one: 'claim',
    is: `has ${lacks} yet`,
    are: 'lack a verdict or evidence',
  });
}
