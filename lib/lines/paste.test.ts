import { describe, expect, it } from 'vitest';
import { blankFields } from '@/lib/lines/fields';
import { guessMapping, marksOf, type Pasted, pasteFields, planPaste } from '@/lib/lines/paste';
import { chosenWords } from '@/lib/lines/paste-defaults';
import { fieldOfHeading } from '@/lib/lines/paste-headings';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 };
const cells = (...rows: string[][]): Pasted => rows.map((row) => row.map((text) => ({ text })));
const order = pasteFields('alternative');
const plan = (pasted: Pasted, more: Partial<Parameters<typeof planPaste>[2]> = {}) =>
  planPaste(pasted, guessMapping(pasted, order, 'label'), { targets: [], side: 'alternative', about, ...more });

describe('which column is which', () => {
  it('is said by its heading, in the words people use', () => {
    expect(fieldOfHeading('Qty')).toBe('quantity');
    expect(fieldOfHeading('Unit price (EUR)')).toBe('likely');
    expect(fieldOfHeading('Bezeichnung')).toBe('label');
    expect(fieldOfHeading('Colour')).toBeNull();
  });
  it.each([
    ['Preis niedrig', 'low'],
    ['Unit price, low', 'low'],
    ['Max. unit cost (EUR)', 'high'],
    ['Preis hoch', 'high'],
    ['Preis in EUR', 'likely'],
    ['Unit cost $', 'likely'],
    ['Highest building', null],
    ['From', 'startMonth'],
  ])('%s is %s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field);
  });
  it('takes the first row for headings where at least half of it are', () => {
    const pasted = cells(['Description', 'Qty', 'Price', 'Colour'], ['Suite', '4200', '54.75', 'blue']);
    expect(guessMapping(pasted, order, 'label')).toEqual({
      headings: true,
      above: 0,
      mapping: ['label', 'quantity', 'likely', null],
    });
  });
  it('looks for the headings below a title, which is left out, and counts rows as the spreadsheet does', () => {
    const pasted = cells(
      ['Cost estimate 2027', '', '', ''],
      ['', '', '', ''],
      ['Item', 'Category', 'Qty', 'Price'],
      ['Suite', 'licences', 'ten', '54.75'],
    );
    expect(guessMapping(pasted, order, 'label')).toEqual({
      headings: true,
      above: 2,
      mapping: ['label', 'category', 'quantity', 'likely'],
    });
    const rows = plan(pasted);
    expect(rows.map(({ fields }) => fields.label)).toEqual(['Suite']);
    expect(rows[0]?.unread).toMatchObject([{ row: 4, field: 'quantity' }]);
  });
  it('takes no row of figures for a title', () => {
    const pasted = cells(['Suite', 'licences', '10', '54.75'], ['Service', 'Support', 'Users', 'Amount']);
    expect(guessMapping(pasted, order, 'label').headings).toBe(false);
  });
  it('goes on from the active column where there are none', () => {
    const pasted = cells(['4200', '50', '54.75', '60']);
    expect(guessMapping(pasted, order, 'quantity')).toEqual({
      headings: false,
      above: 0,
      mapping: ['quantity', 'low', 'likely', 'high'],
    });
  });
  it('takes a field once', () => {
    expect(guessMapping(cells(['Name', 'Item', 'Qty'], ['a', 'b', '1']), order, 'label').mapping).toEqual([
      'label',
      null,
      'quantity',
    ]);
  });
});

describe('what pasting makes of the rows', () => {
  it('new lines, with the decimal comma one cell of a column gives away', () => {
    const rows = plan(
      cells(
        ['Item', 'Category', 'Qty', 'Price'],
        ['Suite', 'licences', '4.200', '54,75'],
        ['Phones', 'licences', '1.100', '8,00'],
      ),
    );
    expect(rows.map(({ fields }) => [fields.label, fields.quantity, fields.likely, fields.low])).toEqual([
      ['Suite', 4200, 54.75, 54.75],
      ['Phones', 1100, 8, 8],
    ]);
  });
  it('a mark said by hand overrules', () => {
    const rows = plan(cells(['Item', 'Qty'], ['Suite', '4.200']), { mark: '.' });
    expect(rows[0]?.fields.quantity).toBe(4.2);
    expect(marksOf(cells(['4.200'], ['1,5']), ['quantity'])).toEqual([',']);
  });
  it('the number a spreadsheet gives beside what it shows counts', () => {
    const pasted: Pasted = [[{ text: 'Suite' }, { text: '54,8', number: 54.754 }]];
    const [row] = planPaste(
      pasted,
      { headings: false, above: 0, mapping: ['label', 'likely'] },
      { targets: [], side: 'alternative', about },
    );
    expect(row?.fields.likely).toBe(54.754);
  });
  it('marks a figure in another currency, also where the spreadsheet gave its number', () => {
    const pasted: Pasted = [
      [{ text: 'Suite' }, { text: '$2,345.67', number: 2345.67 }],
      [{ text: 'B' }, { text: '£5' }],
    ];
    const rows = planPaste(
      pasted,
      { headings: false, above: 0, mapping: ['label', 'likely'] },
      { targets: [], side: 'alternative', about },
    );
    expect(rows.map(({ fields, unread }) => [fields.likely, unread.map(({ text }) => text)])).toEqual([
      [null, ['$2,345.67']],
      [null, ['£5']],
    ]);
  });
  it('names each cell it could not read, with its row as the spreadsheet shows it, and reads the others', () => {
    const rows = plan(cells(['Item', 'Qty', 'Price'], ['Suite', 'about 10', '54.75'], ['Phones', '3', 'n/a']));
    expect(rows.flatMap(({ unread }) => unread)).toEqual([
      { row: 2, field: 'quantity', text: 'about 10', why: '“about 10” is not a number' },
      { row: 3, field: 'likely', text: 'n/a', why: '“n/a” is not a number' },
    ]);
    expect(rows[0]?.fields).toMatchObject({ label: 'Suite', quantity: null, likely: 54.75 });
  });
  it('ranges, currency signs and percentages', () => {
    const rows = plan(
      cells(
        ['Item', 'Kind', 'Of', 'Low', 'Likely', 'High', 'Qty'],
        ['Support', 'percent', 'licences', '6 %', '8 %', '10 %', ''],
        ['Move', 'one-time', '', '€ 100', '€ 120', '€ 150', '20'],
      ),
    );
    expect(rows[0]?.fields).toMatchObject({ kind: 'percent', of: ['licences'], low: 0.06, likely: 0.08, high: 0.1 });
    expect(rows[1]?.fields).toMatchObject({
      kind: 'one-time',
      low: 100,
      likely: 120,
      high: 150,
      quantity: 20,
      endMonth: 1,
    });
  });
  it('lays over lines that are there, then adds; blank rows are nothing, blank cells over a line are blank', () => {
    const target = { id: 'a', fields: { ...blankFields('alternative', about), label: 'Old', workload: 'mail' } };
    const pasted = cells(['New', ''], ['', ''], ['Added', 'voice']);
    const rows = planPaste(
      pasted,
      { headings: false, above: 0, mapping: ['label', 'workload'] },
      { targets: [target], side: 'alternative', about },
    );
    expect(rows.map((row) => [row.target?.id ?? null, row.fields.label, row.fields.workload])).toEqual([
      ['a', 'New', null],
      [null, 'Added', 'voice'],
    ]);
  });
});

describe('300 lines of a German spreadsheet', () => {
  const german = (value: number) => value.toLocaleString('de-DE', { minimumFractionDigits: 2 });
  const headings = ['Bezeichnung', 'Kategorie', 'Teil', 'Menge', 'Einzelpreis', 'Min', 'Max', 'je', 'Beginn', 'Ende'];
  const rows = Array.from({ length: 300 }, (_, n) => [
    `Position ${n + 1}`,
    'Lizenzen',
    n % 2 === 0 ? 'Betrieb' : 'Umstellung',
    (1_200 + n).toLocaleString('de-DE'),
    `${german(1_054.75 + n)} €`,
    german(1_000 + n),
    german(1_200.5 + n),
    'Monat',
    '01.07.2027',
    n % 2 === 0 ? '30.06.2030' : 'Dez 2029',
  ]);
  const planned = plan(cells([...headings, 'Grundlage'], ...rows.map((row) => [...row, 'Angebot'])));

  it('are read whole, without a question', () => {
    expect(planned).toHaveLength(300);
    expect(planned.flatMap(({ unread }) => unread)).toEqual([]);
    expect(planned[299]?.fields).toMatchObject({
      label: 'Position 300',
      part: 'switching',
      quantity: 1_499,
      low: 1_299,
      likely: 1_353.75,
      high: 1_499.5,
      per: 'month',
      startMonth: 0,
      endMonth: 30,
      basis: 'quote',
    });
    expect(planned[0]?.fields).toMatchObject({ part: 'run', quantity: 1_200, endMonth: 36 });
  });
});

describe('a table in another currency', () => {
  const headings = [
    'Line',
    'Category',
    'Qty',
    'Low',
    'Price',
    'High',
    'Currency',
    'FX rate',
    'Rate date',
    'Rate source',
  ];
  it('100 USD at 0.9 is 90 EUR, and keeps its own amount', () => {
    const [row] = plan(cells(headings, ['A', 'licences', '1', '80', '$100', '120', 'USD', '0.9', '2027-01-31', 'ECB']));
    expect(row).toMatchObject({
      unread: [],
      lacking: [],
      fields: { quotedCurrency: 'USD', quotedLow: 80, quotedLikely: 100, low: 72, likely: 90, high: 108 },
    });
    expect(row?.fields).toMatchObject({ exchangeRate: 0.9, rateOn: '2027-01-31', rateSource: 'ECB' });
  });
  it('without a rate its cell says what is missing', () => {
    const [row] = plan(cells(headings, ['A', 'licences', '1', '', '100', '', 'USD', '', '', '']));
    expect(row?.lacking).toEqual([{ row: 2, field: 'exchangeRate', why: 'How much is one USD?' }]);
    expect(row?.fields.quotedLikely).toBe(100);
  });
});

describe('cells of our own', () => {
  const target = (fields: object) => [{ id: 'a', fields: { ...blankFields('alternative', about), ...fields } }];
  const inDollars = { quotedCurrency: 'USD', exchangeRate: 0.9 };
  const onto = (cell: Pasted[number][number], fields: object) =>
    planPaste(
      [[cell]],
      { headings: false, above: 0, mapping: ['likely'] },
      { targets: target(fields), side: 'alternative', about },
    )[0];

  it('100 USD at 0.9, shown as 90, is 100 USD over another line in USD, not 90', () => {
    const row = onto({ text: '90', number: 90, written: '100 USD' }, inDollars);
    expect(row?.fields).toMatchObject({ quotedLikely: 100, likely: 90 });
  });
  it('over a line in EUR it is what it is in EUR: 90', () => {
    expect(onto({ text: '90', number: 90, written: '100 USD' }, {})?.fields.likely).toBe(90);
  });
  it('50 EUR are no 50 USD', () => {
    expect(onto({ text: '50', number: 50, written: '50 EUR' }, inDollars)?.unread[0]?.why).toContain('in USD');
  });
});

describe('what a row does not say', () => {
  it('a one-time line ends with the month it starts in', () => {
    const [row] = plan(
      cells(
        ['Line', 'Category', 'Likely', 'From', 'Part', 'Kind'],
        ['A', 'exit', '5', 'Jul 2028', 'switching', 'one-time'],
      ),
    );
    expect(row).toMatchObject({ fields: { startMonth: 12, endMonth: 13 }, lacking: [] });
  });
  it('a start beyond the horizon is named in the preview, at the cell that was pasted', () => {
    const [row] = plan(
      cells(
        ['Line', 'Category', 'Likely', 'From', 'Part', 'Kind'],
        ['A', 'exit', '5', 'Jul 2099', 'switching', 'one-time'],
      ),
    );
    expect(row?.lacking).toEqual([
      { row: 2, field: 'startMonth', why: 'Reckoned is through Jun 2032: write that month or an earlier one' },
    ]);
  });
  it('a last month that is written counts, wherever its column stands', () => {
    const [row] = plan(cells(['Line', 'Through', 'From', 'Kind'], ['A', 'Dec 2028', 'Jul 2028', 'one-time']));
    expect(row?.fields).toMatchObject({ startMonth: 12, endMonth: 18 });
  });
  it('switching is paid once, and a standard category of it is switching; what was chosen is said', () => {
    const rows = plan(
      cells(
        ['Line', 'Category', 'Part', 'Likely'],
        ['A', 'migration', '', '5'],
        ['B', 'other', 'switching', '5'],
        ['C', 'licences', '', '5'],
        ['D', 'retraining', 'run', '5'],
      ),
    );
    expect(rows.map(({ fields }) => [fields.part, fields.kind])).toEqual([
      ['switching', 'one-time'],
      ['switching', 'one-time'],
      ['run', 'recurring'],
      ['run', 'recurring'],
    ]);
    expect(chosenWords(rows)).toEqual(expect.arrayContaining(['Part: Switching (one row)', 'Kind: One-time (2 rows)']));
  });
  it('a switching cost with a period recurs', () => {
    const [row] = plan(cells(['Line', 'Category', 'Likely', 'Per'], ['A', 'dual running', '5', 'month']));
    expect(row?.fields).toMatchObject({ part: 'switching', kind: 'recurring' });
  });
});

describe('figures that can be read in two ways', () => {
  it('1,234 in a column that mixes 1.234,56 and 1,234.56 is named', () => {
    const rows = plan(cells(['Line', 'Likely'], ['A', '1.234,56'], ['B', '1,234.56'], ['C', '1,234']));
    expect(rows.flatMap(({ doubts }) => doubts)).toEqual([
      { row: 4, field: 'likely', text: '1,234', taken: '1,234', otherwise: '1.234' },
    ]);
  });
  it('nothing is asked where the column says', () => {
    expect(plan(cells(['Line', 'Likely'], ['A', '1,234.56'], ['C', '1,234']))[1]?.doubts).toEqual([]);
  });
});
