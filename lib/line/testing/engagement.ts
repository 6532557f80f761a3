import { readdirSync, readFileSync } from 'node:fs';
import type { MemberRole } from '@/lib/access/permissions';
import type { EngagementRecord, LineRecord, ThresholdInForce } from '@/lib/engagements/record';
import type { Line, Model } from '@/lib/model/types';
import { parseModelJson } from '@/lib/model-file/parse';

const folder = new URL('../../model/vectors/', import.meta.url);

/** The model of a worked case, by the number it begins with. */
export function workedCase(number: string): Model {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`There is no worked case ${number}`);
  const parsed = parseModelJson((JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { model: unknown }).model);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.model;
}

/** In force, agreed by two executives, unless something else is said. */
export function inForce(amount: number, other: Partial<ThresholdInForce> = {}): ThresholdInForce {
  return {
    id: '00000000-0000-4000-8000-000000000002',
    amount,
    statement: 'Above it we leave.',
    validUntil: '2027-06-30',
    alternativeCost: 1_000_000,
    tolerance: 0.05,
    approvedBy: [
      { name: 'Marta Lindqvist', on: '2026-11-03', condition: '' },
      { name: 'Paul Okafor', on: '2026-11-04', condition: '' },
    ],
    ...other,
  };
}

/** An engagement that holds a model, as a member of one role sees it; a threshold is in force where the model has one. */
export function engagementOf(model: Model, role: MemberRole, other: Partial<EngagementRecord> = {}): EngagementRecord {
  const recordOf = (line: Line): LineRecord => ({
    id: line.id,
    version: 1,
    line,
    unit: null,
    quote: null,
    basis: null,
    basisOn: null,
    ownerId: null,
    source: '',
  });
  return {
    id: '00000000-0000-4000-8000-000000000001',
    client: 'Averna Industries',
    story: '',
    sources: [],
    currency: model.currency,
    renewalDate: model.renewalDate,
    noticeOn: null,
    horizonMonths: model.horizonMonths,
    discountRate: model.discountRate,
    correlation: model.correlation,
    timeZone: 'Etc/UTC',
    version: 1,
    member: { role, negotiator: false },
    people: [
      { name: 'Ines Halder', role: 'advisor' },
      { name: 'Marta Lindqvist', role: 'executive' },
      { name: 'Jonas Weber', role: 'contributor' },
    ],
    offers: [
      {
        id: 'offer-1',
        number: 1,
        label: model.offer.label,
        receivedOn: '2026-10-01',
        expiresOn: null,
        source: '',
        termMonths: model.offer.termMonths,
        renewalUplift: model.offer.renewalUplift,
        version: 1,
        lines: model.offer.lines.map(recordOf),
      },
    ],
    alternatives: model.alternatives.map((alternative) => ({
      id: alternative.id,
      key: alternative.id,
      label: alternative.label,
      kind: alternative.kind,
      version: 1,
      lines: alternative.lines.map(recordOf),
      plan: alternative.plan ?? [],
    })),
    chosen: model.chosen ?? null,
    threshold: model.threshold ? inForce(model.threshold.amount) : null,
    proposedAmount: null,
    thresholdStale: false,
    thresholdAbsence: model.threshold ? null : 'No walk threshold has been proposed yet.',
    ...other,
  };
}
