'use client';

import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatNumber } from '@/lib/format/numbers';
import type { DecimalMark } from '@/lib/format/read-number';
import { cellText, editText } from '@/lib/lines/cells';
import { type About, type Field, fieldNames, type LineFields, type SideKind } from '@/lib/lines/fields';
import { rowsPastedAtOnce } from '@/lib/lines/limits';
import {
  type Guess,
  guessMapping,
  linesIn,
  type Pasted,
  type PlannedRow,
  pasteFields,
  planPaste,
  type Target,
} from '@/lib/lines/paste';
import { chosenWords } from '@/lib/lines/paste-defaults';

type Props = {
  readonly pasted: Pasted;
  readonly startField: Field;
  /** The lines from the active one on, which the rows can be laid over. */
  readonly below: readonly Exclude<Target, null>[];
  readonly side: SideKind;
  readonly about: About;
  readonly like: LineFields | undefined;
  readonly onPaste: (rows: readonly PlannedRow[]) => void;
  readonly onClose: () => void;
};

const rowsShown = 50;
const unreadShown = 100;

/** What a pasted rectangle will become, before it does: which column is which, how its numbers are read, what could not be. */
export function PasteDialog(props: Props) {
  if (props.pasted.length <= rowsPastedAtOnce) return <Preview {...props} />;
  return (
    <Dialog title="Paste cells" onClose={props.onClose}>
      <p role="status" className="mt-2">
        These are {formatNumber(props.pasted.length)} rows, and {formatNumber(rowsPastedAtOnce)} can be pasted at once.
        Nothing has been changed: copy fewer of them.
      </p>
      <Button data-first className="mt-5" onClick={props.onClose}>
        Close
      </Button>
    </Dialog>
  );
}

function Preview({ pasted, startField, below, side, about, like, onPaste, onClose }: Props) {
  const fields = pasteFields(side);
  const [guess, setGuess] = useState<Guess>(() => guessMapping(pasted, fields, startField));
  const [over, setOver] = useState(!guess.headings && pasted.length <= below.length);
  const [mark, setMark] = useState<DecimalMark | null>(null);
  const rows = useMemo(
    () => planPaste(pasted, guess, { targets: over ? below : [], side, about, like, mark: mark ?? undefined }),
    [pasted, guess, over, below, side, about, like, mark],
  );
  const written = linesIn(pasted, guess).filter((row) => row.some(({ text }) => text.trim() !== ''));
  const unread = rows.flatMap((row) => row.unread);
  const doubts = rows.flatMap((row) => row.doubts);
  const lacking = rows.flatMap((row) => row.lacking);
  const chosen = chosenWords(rows);
  const added = rows.filter(({ target }) => target === null).length;
  const leftOut = guess.headings
    ? guess.mapping.flatMap((field, index) => (field === null && pasted[guess.above]?.[index]?.text.trim()) || [])
    : [];
  const map = (index: number, field: Field | null) =>
    setGuess({
      ...guess,
      mapping: guess.mapping.map((one, at) => (at === index ? field : one === field ? null : one)),
    });
  return (
    <Dialog wide title="Paste cells" onClose={onClose}>
      <p role="status" className="mt-2">
        {summary(rows.length - added, added, unread.length)}
      </p>
      <div className="mt-4 flex flex-wrap gap-x-6 gap-y-3 text-sm">
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-[var(--accent)]"
            checked={guess.headings}
            onChange={(event) => setGuess({ ...guess, headings: event.target.checked })}
          />
          {guess.above === 0
            ? 'The first row holds headings'
            : `Row ${guess.above + 1} holds headings, and what stands above it is no line`}
        </label>
        <Select
          label="Rows"
          value={over ? 'over' : 'new'}
          options={[
            ['over', 'over the lines from the active one on'],
            ['new', 'as new lines'],
          ]}
          onChange={(value) => setOver(value === 'over')}
        />
        <Select
          label="Numbers"
          value={mark ?? ''}
          options={[
            ['', 'as each column writes them'],
            ['.', 'as 1,234.56'],
            [',', 'as 1.234,56'],
          ]}
          onChange={(value) => setMark(value === '' ? null : (value as DecimalMark))}
        />
      </div>
      {unread.length > 0 && (
        <details open className="mt-4 rounded-md border border-bad bg-bad-ground px-4 py-3 text-sm">
          <summary className="font-medium">
            {unread.length === 1 ? 'One cell could not be read' : `${unread.length} cells could not be read`}: what was
            written there is kept at its cell, marked, and not counted
          </summary>
          <ul className="mt-2 max-h-32 overflow-y-auto">
            {unread.slice(0, unreadShown).map(({ row, field, why }) => (
              <li key={`${row} ${field}`}>
                Row {row}, {fieldNames[field]}: {why}
              </li>
            ))}
            {unread.length > unreadShown && <li>and {unread.length - unreadShown} more</li>}
          </ul>
        </details>
      )}
      <Named
        title={doubts.length === 1 ? 'One figure is ambiguous' : `${doubts.length} figures are ambiguous`}
        cells={doubts.map(({ row, field, text, taken, otherwise }) => ({
          row,
          field,
          why: `“${text}” was taken for ${taken}; it can be ${otherwise}. “Numbers” says which`,
        }))}
      />
      <Named
        title={
          lacking.length === 1 ? 'One cell is still to be written' : `${lacking.length} cells are still to be written`
        }
        cells={lacking}
      />
      {chosen.length > 0 && (
        <p className="mt-3 text-sm text-muted">Not in the table, so chosen: {chosen.join('; ')}.</p>
      )}
      <div className="mt-4 max-h-[45dvh] overflow-auto rounded-md border border-rule">
        <table className="text-sm">
          <caption className="sr-only">The pasted rows as they will be read</caption>
          <thead className="sticky top-0 bg-paper">
            <tr>
              {guess.mapping.map((field, index) => (
                <th key={`column ${String(index)}`} scope="col" className="p-2 text-left font-medium">
                  <Select
                    label={`Column ${index + 1}`}
                    hidden
                    value={field ?? ''}
                    options={[['', 'leave out'], ...fields.map((one): [string, string] => [one, fieldNames[one]])]}
                    onChange={(value) => map(index, value === '' ? null : (value as Field))}
                  />
                  {guess.headings && (
                    <span className="mt-1 block max-w-36 truncate text-xs font-normal text-muted">
                      {pasted[guess.above]?.[index]?.text}
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, rowsShown).map((row, index) => (
              <PreviewRow
                key={row.target?.id ?? `row ${String(index)}`}
                row={row}
                cells={written[index] ?? []}
                guess={guess}
                about={about}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > rowsShown && <p className="mt-1 text-sm text-muted">and {rows.length - rowsShown} more rows</p>}
      {leftOut.length > 0 && <p className="mt-1 text-sm text-muted">Left out: {leftOut.join(', ')}.</p>}
      <div className="sticky -bottom-6 -mx-6 mt-5 -mb-6 flex gap-3 border-t border-rule bg-surface px-6 py-4">
        <Button data-first disabled={rows.length === 0} onClick={() => onPaste(rows)}>
          {rows.length === 1 ? 'Paste one row' : `Paste ${rows.length} rows`}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}

/** Cells by name, with what is to be said of each; nothing where there are none. */
function Named({
  title,
  cells,
}: {
  readonly title: string;
  readonly cells: readonly { readonly row: number; readonly field: Field; readonly why: string }[];
}) {
  if (cells.length === 0) return null;
  return (
    <details open className="mt-4 rounded-md border border-warn px-4 py-3 text-sm">
      <summary className="font-medium">{title}</summary>
      <ul className="mt-2 max-h-32 overflow-y-auto">
        {cells.slice(0, unreadShown).map(({ row, field, why }) => (
          <li key={`${row} ${field}`}>
            Row {row}, {fieldNames[field]}: {why}
          </li>
        ))}
        {cells.length > unreadShown && <li>and {cells.length - unreadShown} more</li>}
      </ul>
    </details>
  );
}

/** A figure that is quoted is shown in its own currency, as it was pasted. */
function previewText(fields: LineFields, field: Field, about: About): string {
  const isQuoted = fields.quotedCurrency !== null && ['low', 'likely', 'high'].includes(field);
  return isQuoted ? editText(fields, field, about) : cellText(fields, field, about);
}

function PreviewRow({
  row,
  cells,
  guess,
  about,
}: {
  readonly row: PlannedRow;
  /** As they were pasted. */
  readonly cells: Pasted[number];
  readonly guess: Guess;
  readonly about: About;
}) {
  return (
    <tr className="border-t border-rule">
      {guess.mapping.map((field, index) => {
        const unread = field && row.unread.find((cell) => cell.field === field);
        return (
          <td
            key={`column ${String(index)}`}
            className={`max-w-56 truncate px-3 py-1.5 ${unread ? 'bg-bad-ground text-bad' : ''}`}
            {...(unread && { title: unread.why })}
          >
            {field === null ? (
              <span className="text-muted line-through">{cells[index]?.text}</span>
            ) : (
              (unread?.text ?? previewText(row.fields, field, about))
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Select({
  label,
  value,
  options,
  hidden = false,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  /** The label is for screen readers alone. */
  readonly hidden?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="flex max-w-full items-center gap-2">
      <label htmlFor={id} className={hidden ? 'sr-only' : ''}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`min-h-9 min-w-0 rounded-md border border-strong-rule bg-surface px-2 ${hidden ? 'w-36' : ''}`}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

function summary(changed: number, added: number, unread: number): string {
  const lines = (count: number, what: string) => `${count === 1 ? 'One line' : `${count} lines`} ${what}`;
  const parts = [
    changed > 0 && lines(changed, 'changed'),
    added > 0 && lines(added, 'added'),
    unread > 0 && (unread === 1 ? 'one cell not read' : `${unread} cells not read`),
  ].filter(Boolean);
  return parts.length === 0 ? 'There is nothing in it to paste.' : `${parts.join(', ')}.`;
}
