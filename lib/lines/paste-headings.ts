import type { Field } from '@/lib/lines/fields';

/** What people write over their columns, in English and German. */
const synonyms: Partial<Readonly<Record<Field, readonly string[]>>> = {
  label: [
    'line',
    'name',
    'item',
    'description',
    'product',
    'sku',
    'position',
    'bezeichnung',
    'artikel',
    'beschreibung',
  ],
  category: ['category', 'type', 'kategorie', 'cost type'],
  workload: ['workload', 'service', 'area', 'bereich'],
  part: ['part', 'run or switching', 'teil'],
  kind: ['kind', 'art'],
  quantity: ['quantity', 'qty', 'count', 'seats', 'users', 'units', 'licences', 'licenses', 'menge', 'anzahl'],
  low: ['low', 'min', 'minimum', 'from low', 'best case', 'niedrig', 'mindestens'],
  likely: [
    'likely',
    'price',
    'unit price',
    'unit cost',
    'cost',
    'amount',
    'rate',
    'preis',
    'einzelpreis',
    'stückpreis',
    'wahrscheinlich',
    'betrag',
    'kosten',
    'most likely',
  ],
  high: ['high', 'max', 'maximum', 'worst case', 'hoch', 'höchstens'],
  per: ['per', 'period', 'je', 'zeitraum'],
  billed: ['billed', 'billing', 'frequency', 'abrechnung'],
  startMonth: ['from', 'start', 'begin', 'start date', 'beginn', 'von'],
  endMonth: ['through', 'end', 'until', 'to', 'end date', 'ende', 'bis'],
  escalator: ['rise a year', 'escalator', 'increase', 'indexation'],
  growth: ['growth of quantity a year', 'growth', 'wachstum'],
  renewalUplift: ['uplift at renewal', 'uplift'],
  termMonths: ['term, in months', 'term'],
  of: ['of categories', 'of'],
  unit: ['unit', 'uom', 'einheit'],
  claimed: ['microsoft says', 'claimed', 'claim'],
  basis: ['basis', 'based on', 'grundlage'],
  quotedCurrency: ['quoted in', 'currency', 'quote currency', 'währung'],
  exchangeRate: ['exchange rate', 'fx rate', 'fx', 'conversion rate', 'kurs', 'wechselkurs', 'umrechnungskurs'],
  rateOn: ['rate of', 'rate date', 'rate dated', 'date of rate', 'exchange rate date', 'kursdatum', 'kurs vom'],
  rateSource: ['rate from', 'rate source', 'source of rate', 'exchange rate source', 'kursquelle'],
  ownerId: ['owner', 'responsible', 'assignee', 'verantwortlich', 'zuständig'],
  basisOn: ['basis dated', 'dated', 'date', 'datum'],
  source: ['source', 'quelle', 'reference', 'comment', 'notes'],
};

const lowest = /\b(low|lowest|min|minimum|best|from|niedrig|mindestens|minimal)\b/;
const highest = /\b(high|highest|max|maximum|worst|hoch|höchstens|maximal)\b/;

/** The field a heading names; null where it names none: Unit price (EUR) → likely, Price EUR, low → low. */
export function fieldOfHeading(heading: string): Field | null {
  const plain = heading
    .replace(/\(.*?\)|[:*.,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // A currency at the end says in what, not which: “Preis in EUR”.
  const words = [plain, plain.replace(/ (in )?([A-Z]{3}|[€$£])( each| a piece)?$/, '')].map((text) =>
    text.toLowerCase(),
  );
  return firstOf(words, named) ?? firstOf(words, endOfRange);
}

function named(words: string): Field | null {
  const found = (Object.entries(synonyms) as [Field, readonly string[]][]).find(([, names]) => names.includes(words));
  return found?.[0] ?? null;
}

/** A price that is said to be the lowest or the highest: “Preis niedrig”, “max unit cost”. */
function endOfRange(words: string): Field | null {
  for (const [end, said] of [
    ['low', lowest],
    ['high', highest],
  ] as const) {
    if (said.test(words) && named(words.replace(said, '').replace(/\s+/g, ' ').trim()) === 'likely') return end;
  }
  return null;
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
