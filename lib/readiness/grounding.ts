/** Criterion A3: how much of an alternative's cost rests on something that can be shown, and is recent enough. */

export type GroundedLine = {
  readonly id: string;
  /** Its all-in cost, in units of the currency; a credit is below zero. */
  readonly presentValue: number;
  readonly basis: 'contract' | 'quote' | 'measured' | 'benchmark' | 'judgement' | 'vendor claim' | null;
  /** ISO calendar date of the basis. */
  readonly basisOn: string | null;
  /** The first ISO calendar date on which it costs nothing any more: a contract runs until then. */
  readonly endsOn: string;
};

export type Ungrounded =
  | 'no basis'
  | 'judgement'
  | 'vendor claim'
  | 'not dated'
  | 'older than twelve months'
  | 'dated in the future'
  | 'contract has run out';

export type Grounding = {
  /** The share of the cost that is grounded, a fraction; null where nothing costs anything. */
  readonly share: number | null;
  /** Whether that is at least four fifths: compared exactly, so that 79.999 % is not. */
  readonly met: boolean;
  /** What is not grounded and why, the costliest first. `weight` is its share of the cost, a fraction. */
  readonly missing: readonly { readonly id: string; readonly weight: number; readonly why: Ungrounded }[];
};

/** Four fifths of the cost, by the absolute present value of its lines. */
export function groundingOf(lines: readonly GroundedLine[], today: string): Grounding {
  const judged = lines.map((line) => ({ id: line.id, cost: weightOf(line), why: ungrounded(line, today) }));
  const sum = (some: typeof judged) => some.reduce((total, { cost }) => total + cost, 0);
  const total = sum(judged);
  const grounded = sum(judged.filter(({ why }) => why === null));
  return {
    share: total === 0 ? null : grounded / total,
    met: total > 0 && grounded * 5 >= total * 4,
    missing: judged
      .flatMap(({ id, cost, why }) => (why && cost > 0 ? [{ id, weight: cost / total, why }] : []))
      .sort((a, b) => b.weight - a.weight),
  };
}

/** No currency has more than three decimals: whole thousandths are added without error. */
const weightOf = ({ presentValue }: GroundedLine) => Math.abs(Math.round(presentValue * 1000));

function ungrounded({ basis, basisOn, endsOn }: GroundedLine, today: string): Ungrounded | null {
  if (basis === null) return 'no basis';
  if (basis === 'judgement' || basis === 'vendor claim') return basis;
  if (basisOn !== null && basisOn > today) return 'dated in the future';
  if (basis === 'contract') return today < endsOn ? null : 'contract has run out';
  if (basisOn === null) return 'not dated';
  return basisOn < twelveMonthsBefore(today) ? 'older than twelve months' : null;
}

/** The same day a year earlier; 28 February for the 29th. */
export function twelveMonthsBefore(date: string): string {
  const [year = 0, month = '01', day = '01'] = [Number(date.slice(0, 4)), date.slice(5, 7), date.slice(8, 10)];
  return `${String(year - 1).padStart(4, '0')}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}
