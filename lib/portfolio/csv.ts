import type { PortfolioRow } from '@/lib/portfolio/view';
import { outcomeWords, thresholdWords, verdictWords } from '@/lib/portfolio/words';

/** A cell of text: quoted where it must be, and never read as a formula by a spreadsheet. */
export function csvCell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /["\n\r,;']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const plain = ['Client', 'Role', 'Renewal', 'Days left', 'Currency', 'Offer', 'Alternative', 'Leverage'] as const;
const rest = ['Readiness', 'Next due', 'Due on', 'Lead'] as const;
const knownOnly = ['Reading', 'Threshold', 'Outcome'] as const;

/** The first line of the file. Who may see no threshold gets no column of one. */
export function csvHead(knowing: boolean): string {
  return lineOf([...plain, ...rest, ...(knowing ? knownOnly : [])]);
}

/** Amounts as plain numbers, a point before the fraction: what a spreadsheet adds up. */
export function csvLine(row: PortfolioRow, knowing: boolean): string {
  const { standing } = row;
  const known = standing
    ? [
        verdictWords[standing.reading],
        thresholdWords[standing.state].word,
        standing.outcome ? outcomeWords[standing.outcome] : '',
      ]
    : ['', '', ''];
  return lineOf([
    row.client,
    row.role,
    row.renewalDate,
    row.daysLeft,
    row.currency,
    row.offer,
    row.alternative,
    row.leverage,
    row.level,
    row.due?.label ?? null,
    row.due?.on ?? null,
    row.lead,
    ...(knowing ? known : []),
  ]);
}

function lineOf(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? csvCell(cell) : (cell ?? ''))).join(',')}\r\n`;
}
