import type { Model } from '@/lib/model/types';
import { parseLine, parseModelJson } from '@/lib/model-file/parse';
import { currencySchema, dateSchema } from '@/lib/model-file/schema';
import { type Found, type FoundTable, findTables } from '@/lib/worksheet/find-tables';
import { type CellProblem, type CellReader, cellName, cellReader, choiceWords } from '@/lib/worksheet/read-cells';
import { Refusal } from '@/lib/worksheet/refusal';
import { openSpreadsheet } from '@/lib/worksheet/spreadsheet';
import { type ColumnKey, lineTables, type SettingKey, settings, type TableKey, tableOf } from '@/lib/worksheet/tables';

/** What a filled-in worksheet holds. Nothing is kept anywhere: whoever reads it decides what becomes of it. */
export type WorksheetRead = {
  readonly company: string;
  /** Null where too little could be read to make an engagement of. */
  readonly model: Model | null;
  /** Cells that could not be read. A line with one of them is left out of the model. */
  readonly problems: readonly CellProblem[];
  /** Cells that were taken otherwise than they stand, or left alone. */
  readonly notes: readonly CellProblem[];
};

type Entry = {
  readonly table: FoundTable;
  readonly row: number;
  readonly values: Readonly<Partial<Record<ColumnKey, string | number>>>;
};

/** Reads an .xlsx. Throws Refusal, in words for the reader, where it is no worksheet or not safe to read. */
export async function readWorksheet(bytes: Uint8Array): Promise<WorksheetRead> {
  const spreadsheet = await openSpreadsheet(bytes);
  const found = await findTables(spreadsheet);
  if (!found.tables.some(({ key }) => key === 'offer' || key === 'run' || key === 'switching')) {
    throw new Refusal('This is a spreadsheet, but not the worksheet: none of its tables is in it.');
  }
  const cells = cellReader(await choiceWords(spreadsheet), spreadsheet);
  const values = settingsIn(found, cells);
  const model = modelIn(found, values, cells);
  return { company: String(values.company ?? ''), model, problems: cells.problems, notes: cells.notes };
}

type Settings = Readonly<Partial<Record<SettingKey, string | number>>>;

function settingsIn(found: Found, cells: CellReader): Settings {
  const values: Partial<Record<SettingKey, string | number>> = {};
  for (const { key, label, cell } of settings) {
    const at = found.settings.get(key);
    if (!at) {
      cells.notes.push({ cell: label, message: 'was not found in the file' });
      continue;
    }
    const before = cells.problems.length;
    const value = cells.read(at.sheet, at.row, at.column, cell);
    if (value !== undefined) values[key] = value;
    else if (cells.problems.length === before && needed.has(key)) {
      cells.problems.push({ cell: cellName(at.sheet, at.row, at.column), message: `${label} is blank` });
    }
  }
  return values;
}

/** Without these there is no model. */
const needed: ReadonlySet<SettingKey> = new Set(['currency', 'renewal', 'horizon', 'discount']);

function modelIn(found: Found, values: Settings, cells: CellReader): Model | null {
  const entries = new Map<TableKey, Entry[]>(found.tables.map((table) => [table.key, entriesIn(table, cells)]));
  const horizonMonths = values.horizon;
  const about = {
    currency: String(values.currency ?? '')
      .trim()
      .toUpperCase(),
    horizonMonths: Number(horizonMonths ?? 120),
  };
  const refuseSetting = (key: SettingKey, message: string) => {
    const at = found.settings.get(key);
    cells.problems.push({ cell: at ? cellName(at.sheet, at.row, at.column) : key, message });
  };
  const takenIds = new Set<string>();
  const offerLines: unknown[] = [];
  const ownLines: unknown[] = [];
  for (const { base, shares, part } of lineTables) {
    const into = part === undefined ? offerLines : ownLines;
    for (const entry of [...(entries.get(base) ?? []), ...(entries.get(shares) ?? [])]) {
      const line = lineOf(entry, part, entries.get('bands') ?? [], takenIds, about, cells);
      if (line) into.push(line);
    }
  }
  if (values.currency !== undefined && !currencySchema.safeParse(about.currency).success) {
    refuseSetting('currency', 'expected three letters such as EUR');
    return null;
  }
  if (values.renewal !== undefined && !dateSchema.safeParse(values.renewal).success) {
    refuseSetting('renewal', 'expected a date that exists');
    return null;
  }
  if ([...needed].some((key) => values[key] === undefined)) return null;
  const parsed = parseModelJson({
    format: 'walk-position/model@1',
    currency: about.currency,
    renewalDate: values.renewal,
    horizonMonths,
    discountRate: values.discount,
    offer: {
      label: String(values.offer ?? 'First offer'),
      termMonths: values.term ?? 36,
      renewalUplift: values.uplift ?? 0,
      lines: offerLines,
    },
    alternatives: [
      {
        id: 'alternative-1',
        label: String(values.alternative ?? 'The alternative'),
        kind: values.course ?? 'competitor',
        lines: ownLines,
        plan: planOf(entries.get('plan') ?? [], cells),
      },
    ],
    chosen: 'alternative-1',
    ...(values.threshold !== undefined && { threshold: { amount: values.threshold } }),
  });
  if (parsed.ok) return parsed.model;
  for (const { path, message } of parsed.problems) {
    const key = settingOf[path];
    if (key) refuseSetting(key, message);
    else cells.problems.push({ cell: path, message });
  }
  return null;
}

/** Which cell a problem of the whole model is about. */
const settingOf: Readonly<Record<string, SettingKey | undefined>> = {
  horizonMonths: 'horizon',
  discountRate: 'discount',
  'offer.label': 'offer',
  'offer.termMonths': 'term',
  'offer.renewalUplift': 'uplift',
  'alternatives[0].label': 'alternative',
  'threshold.amount': 'threshold',
};

function entriesIn(table: FoundTable, cells: CellReader): Entry[] {
  const entries: Entry[] = [];
  const about = tableOf(table.key).columns;
  for (let row = table.first; row <= table.last; row++) {
    const values: Partial<Record<ColumnKey, string | number>> = {};
    for (const { key, cell } of about) {
      const column = table.columns.get(key);
      const value = column === undefined ? undefined : cells.read(table.sheet, row, column, cell);
      if (value !== undefined) values[key] = value;
    }
    entries.push({ table, row, values });
  }
  return entries;
}

function lineOf(
  entry: Entry,
  part: 'run' | 'switching' | undefined,
  bands: readonly Entry[],
  taken: Set<string>,
  about: { currency: string; horizonMonths: number },
  cells: CellReader,
): unknown {
  const { values, table, row } = entry;
  const at = (key: ColumnKey) => cellName(table.sheet, row, table.columns.get(key) ?? table.columns.get('label') ?? 1);
  const graduated = values.derived === 'graduated';
  if (hasProblem(entry, cells)) {
    cells.notes.push({ cell: at('label'), message: 'is left out, since a cell of its row could not be read' });
    return null;
  }
  if (values.likely === undefined && !(graduated && values.label !== undefined)) {
    const figures = [values.low, values.high, values.claimed].some((figure) => figure !== undefined);
    if (figures) cells.problems.push({ cell: at('likely'), message: 'expected the likely figure of this line' });
    else if (values.label !== undefined && !isStandard(values)) {
      cells.notes.push({ cell: at('label'), message: 'is left out: it has no figure' });
    }
    return null;
  }
  if (values.label === undefined) {
    cells.problems.push({ cell: at('label'), message: 'expected a name: this line has a figure' });
    return null;
  }
  const raw = rawLine(values, part, bands, taken);
  const parsed = parseLine(raw, part === undefined ? 'offer' : 'alternative', about);
  if (parsed.ok) return raw;
  for (const { path, message } of parsed.problems) cells.problems.push({ cell: at(columnOf(path)), message });
  return null;
}

function hasProblem({ table, row }: Entry, { problems }: CellReader): boolean {
  const own = new Set([...table.columns.values()].map((column) => cellName(table.sheet, row, column)));
  return problems.some(({ cell }) => own.has(cell));
}

/** A category that the blank worksheet had written there already. */
function isStandard({ label, category }: Entry['values']): boolean {
  return String(label).toLowerCase() === String(category).toLowerCase();
}

function rawLine(
  values: Entry['values'],
  part: 'run' | 'switching' | undefined,
  bands: readonly Entry[],
  taken: Set<string>,
): Record<string, unknown> {
  const { label, category = 'Other', workload, start, end, claimed } = values;
  const shared = {
    id: freeId(values.ref, part ?? 'offer', taken),
    label: String(label),
    category: String(category),
    ...(workload !== undefined && { workload: String(workload) }),
    ...(part && { part }),
    ...(claimed !== undefined && { claimed }),
  };
  const figure = estimateIn(values);
  const kind =
    values.kind ??
    values.derived ??
    (values.of !== undefined ? 'percent' : part === 'switching' ? 'one-time' : 'recurring');
  const of = String(values.of ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  switch (kind) {
    case 'recurring':
      return {
        ...shared,
        kind,
        quantity: values.quantity ?? 1,
        unitCost: figure,
        per: values.per ?? 'month',
        billed: values.billed ?? 'monthly',
        start: start ?? 0,
        ...(end !== undefined && { end }),
        ...present({
          escalator: values.escalator,
          heldUntil: values.held,
          growth: values.growth,
          renewalUplift: values.uplift,
          termMonths: values.term,
        }),
      };
    case 'one-time':
      return { ...shared, kind, ...present({ quantity: values.quantity, end }), unitCost: figure, start: start ?? 0 };
    case 'commitment':
      return { ...shared, kind, amount: figure, of, ...present({ start: start ?? -24, end }) };
    case 'graduated':
      return {
        ...shared,
        kind,
        of,
        ...present({ start, end }),
        tiers: bands
          .filter(({ values: band }) => String(band.line ?? '').toLowerCase() === String(label).toLowerCase())
          .map(({ values: band }) => ({ ...present({ upTo: band.upTo }), rate: band.rate })),
      };
    default:
      return { ...shared, kind, rate: figure, of, ...present({ start, end }) };
  }
}

function present(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function estimateIn({ low, likely, high }: Entry['values']): unknown {
  return low === undefined && high === undefined ? likely : { low: low ?? likely, likely, high: high ?? likely };
}

/** The ref where it can be an id and is free, else one made for the line. */
function freeId(ref: string | number | undefined, side: string, taken: Set<string>): string {
  const wanted = String(ref ?? '');
  let id = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(wanted) && !taken.has(wanted) ? wanted : '';
  for (let number = 1; id === ''; number++) if (!taken.has(`${side}-${number}`)) id = `${side}-${number}`;
  taken.add(id);
  return id;
}

/** The column that a key of a line stands in. */
function columnOf(path: string): ColumnKey {
  const [key = ''] = path.split(/[.[]/);
  const end = path.split('.')[1];
  if (key === 'unitCost' || key === 'rate' || key === 'amount') return end === 'low' || end === 'high' ? end : 'likely';
  const columns: Readonly<Record<string, ColumnKey>> = {
    heldUntil: 'held',
    renewalUplift: 'uplift',
    termMonths: 'term',
    tiers: 'label',
    kind: 'kind',
  };
  return columns[key] ?? (key as ColumnKey);
}

function planOf(entries: readonly Entry[], cells: CellReader): unknown[] {
  const steps = entries.filter(({ values }) => values.label !== undefined);
  const taken = new Set<string>();
  const named = steps.map((entry) => ({ ...entry, id: freeId(entry.values.ref, 'step', taken) }));
  const ids = new Set(named.map(({ id }) => id));
  return named.map(({ id, values, table, row }) => {
    const wanted = String(values.after ?? '')
      .split(/[;,]/)
      .map((ref) => ref.trim())
      .filter((ref) => ref !== '');
    const unknown = wanted.filter((ref) => !ids.has(ref));
    const at = cellName(table.sheet, row, table.columns.get('after') ?? 1);
    if (unknown.length > 0)
      cells.problems.push({ cell: at, message: `there is no step called “${unknown.join('”, “').slice(0, 80)}”` });
    if (values.months === undefined) {
      const months = cellName(table.sheet, row, table.columns.get('months') ?? 1);
      cells.notes.push({ cell: months, message: 'is blank; the step is taken to take no time' });
    }
    return { id, label: String(values.label), months: values.months ?? 0, after: wanted.filter((ref) => ids.has(ref)) };
  });
}
