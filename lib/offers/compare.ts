import type { LineRecord, OfferRecord } from '@/lib/engagements/record';
import { cellText } from '@/lib/lines/cells';
import { type About, type Field, fieldNames, fieldsOf, hasField, sameValue } from '@/lib/lines/fields';
import { recalculate } from '@/lib/model/recalculate';
import { termsOf } from '@/lib/model/terms';
import { lineTotals } from '@/lib/model/totals';
import type { Model, Offer, OfferTerms } from '@/lib/model/types';
import { type TermField, termNames, termWords } from '@/lib/offers/terms';

/** Two offers beside each other: term by term, all-in, and line by line what was moved between them. */

/** A term as both say it. */
export type ComparedTerm = { readonly name: string; readonly before: string; readonly after: string };

/** An amount of both, as present values unless it says otherwise. */
export type ComparedCost = { readonly name: string; readonly before: number; readonly after: number };

export type MovedLine = {
  /** The line's id in the model file, by which it is the same line in both. */
  readonly key: string;
  readonly label: string;
  /** One that says the same as before may still move, through the offer's terms or the lines it is reckoned from. */
  readonly what: 'new' | 'gone' | 'changed' | 'through terms' | 'through others' | 'same';
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  /** Null on the side that does not have it. */
  readonly before: number | null;
  readonly after: number | null;
};

export type OfferComparison = {
  readonly terms: readonly ComparedTerm[];
  readonly costs: readonly ComparedCost[];
  readonly lines: readonly MovedLine[];
};

export const allInCost = 'All-in cost';

const comparedTerms: readonly TermField[] = ['receivedOn', 'expiresOn', 'termMonths', 'renewalUplift'];
const clauseNames: Readonly<Record<keyof OfferTerms, string>> = {
  renewalUplift: 'of which renewal uplift',
  escalator: 'of which yearly rises',
  growth: 'of which growth',
  commitment: 'of which commitment',
  support: 'of which support',
};

export function compareOffers(before: OfferRecord, after: OfferRecord, model: Model, about: About): OfferComparison {
  const figures = [before, after].map((offer) => figuresOf(offer, model));
  const [old, now] = figures as [Figures, Figures];
  const cost = (name: string, of: (figures: Figures) => number): ComparedCost => ({
    name,
    before: of(old),
    after: of(now),
  });
  return {
    terms: comparedTerms.map((field) => ({
      name: termNames[field],
      before: termWords(before, field),
      after: termWords(after, field),
    })),
    costs: [
      cost(allInCost, ({ presentValue }) => presentValue),
      ...(Object.keys(clauseNames) as (keyof OfferTerms)[]).map((key) =>
        cost(clauseNames[key], ({ terms }) => terms[key]),
      ),
      cost('Nominal', ({ nominal }) => nominal),
    ],
    lines: movedLines(before, after, old, now, about),
  };
}

type Figures = {
  readonly presentValue: number;
  readonly nominal: number;
  readonly terms: OfferTerms;
  /** All-in cost by the line's key. */
  readonly costs: ReadonlyMap<string, number>;
};

function figuresOf(record: OfferRecord, model: Model): Figures {
  const { label, termMonths, renewalUplift } = record;
  const offer: Offer = { label, termMonths, renewalUplift, lines: record.lines.map(({ line }) => line) };
  const own: Model = { ...model, offer, alternatives: [] };
  const { presentValue, nominal } = recalculate(own).offer;
  const costs = new Map(lineTotals(offer.lines, own, offer).map((total) => [total.id, total.presentValue]));
  return { presentValue, nominal, terms: termsOf(own), costs };
}

function movedLines(before: OfferRecord, after: OfferRecord, old: Figures, now: Figures, about: About): MovedLine[] {
  const were = new Map(before.lines.map((record) => [record.line.id, record]));
  const are = new Map(after.lines.map((record) => [record.line.id, record]));
  const keys = [...are.keys(), ...[...were.keys()].filter((key) => !are.has(key))];
  return keys.map((key) => {
    const was = were.get(key);
    const is = are.get(key);
    const fields = was && is ? changedFields(was, is, about) : [];
    const costBefore = was ? (old.costs.get(key) ?? 0) : null;
    const costAfter = is ? (now.costs.get(key) ?? 0) : null;
    return {
      key,
      label: (is ?? was)?.line.label ?? '',
      what: whatBecame(was, is, fields.length > 0, costBefore !== costAfter),
      fields,
      before: costBefore,
      after: costAfter,
    };
  });
}

function whatBecame(
  was: LineRecord | undefined,
  is: LineRecord | undefined,
  saysOtherwise: boolean,
  costsOtherwise: boolean,
): MovedLine['what'] {
  if (!was) return 'new';
  if (!is) return 'gone';
  if (saysOtherwise) return 'changed';
  if (!costsOtherwise) return 'same';
  return 'of' in is.line ? 'through others' : 'through terms';
}

/** What rests on nothing but our own notes is no move of theirs. */
const notes: readonly Field[] = ['basis', 'basisOn', 'source', 'rateOn', 'rateSource'];

function changedFields(was: LineRecord, is: LineRecord, about: About): MovedLine['fields'] {
  const before = fieldsOf(was);
  const after = fieldsOf(is);
  const names = (Object.keys(fieldNames) as Field[]).filter(
    (field) => !notes.includes(field) && hasField(after, 'offer', field) && !sameValue(before[field], after[field]),
  );
  return names.flatMap((field) => {
    const change = {
      name: fieldNames[field],
      before: cellText(before, field, about),
      after: cellText(after, field, about),
    };
    // The ends of a certain figure follow it, and are not shown.
    return change.before === change.after ? [] : [change];
  });
}
