import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { exportedModel } from '@/lib/engagements/export';
import { createFromModel } from '@/lib/engagements/mutations';
import { loadEngagement } from '@/lib/engagements/queries';
import type { Model } from '@/lib/model/types';
import { parseModelJson, parseModelText } from '@/lib/model-file/parse';
import { serialiseModel } from '@/lib/model-file/serialise';
import { addOffer } from '@/lib/offers/mutations';

const folder = 'lib/model/vectors';
const workedCases = readdirSync(folder).filter((name) => name.endsWith('.json'));
const today = () => '2026-01-15';

function modelIn(json: unknown): Model {
  const parsed = parseModelJson(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.model;
}

const imported = (model: Model, client = 'A client'): Promise<string> =>
  asActor(tenants().x.advisor, (tx) => createFromModel(tx, tenants().x.advisor, { client, model }));

async function exported(engagementId: string, actor: Actor = tenants().x.advisor): Promise<string> {
  const engagement = await asActor(actor, (tx) => loadEngagement(tx, actor, engagementId, today));
  if (!engagement) throw new Error('not there, or not theirs');
  return serialiseModel(exportedModel(engagement), { threshold: true });
}

function read(text: string): Model {
  const parsed = parseModelText(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.model;
}

describe('a model file, imported and exported', () => {
  it.each(workedCases)('%s leaves as it came, byte for byte, once and again', async (name) => {
    const model = modelIn(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')).model);
    const first = await exported(await imported(model));
    expect(first).toBe(serialiseModel(model, { threshold: true }));
    expect(await exported(await imported(read(first)))).toBe(first);
  });

  it('keeps the order of lines, alternatives and steps, whatever their ids and labels', async () => {
    const order = ['m', 'b', 'z', 'a', '10', '9'];
    const line = (id: string) => ({ id, label: 'Same', category: 'c', kind: 'one-time', unitCost: 1, start: 0 });
    const model = modelIn({
      format: 'walk-position/model@1',
      currency: 'EUR',
      renewalDate: '2027-06-30',
      horizonMonths: 36,
      discountRate: 0.08,
      offer: { label: 'Offer', termMonths: 36, renewalUplift: 0, lines: order.map((id) => line(`offer-${id}`)) },
      alternatives: order.map((id) => ({
        id,
        label: 'Same',
        kind: 'hybrid',
        lines: order.map((key) => ({ ...line(`${id}-${key}`), part: 'switching' })),
        plan: order.map((key, index) => ({
          id: key,
          label: 'Same',
          months: 1,
          after: order.slice(0, index).reverse(),
        })),
      })),
    });
    expect(await exported(await imported(model))).toBe(serialiseModel(model, { threshold: true }));
  });

  it('keeps figures to their last decimal, and text as it was typed', async () => {
    const model = modelIn({
      format: 'walk-position/model@1',
      currency: 'KWD',
      renewalDate: '2028-02-29',
      horizonMonths: 120,
      discountRate: 0.0812345678,
      correlation: 0,
      offer: {
        label: '',
        termMonths: 7,
        renewalUplift: -0.0000000001,
        lines: [
          {
            id: 'A.b_c-1',
            label: ' “Ümläut” 🏔  two spaces ',
            category: 'licences',
            workload: 'a\\b"c',
            kind: 'recurring',
            quantity: 1234.000001,
            unitCost: { low: -9876543.210987, likely: 0.000001, high: 1.1 },
            per: 'year',
            billed: 'quarterly',
            start: -24,
            end: 120,
            heldUntil: 3,
            growth: 0.1234567891,
            escalator: -1,
            renewalUplift: 0,
          },
        ],
      },
      alternatives: [{ id: 'x', label: 'x', kind: 'competitor', lines: [] }],
    });
    expect(await exported(await imported(model))).toBe(serialiseModel(model, { threshold: true }));
  });

  it('has the last offer as its offer', async () => {
    const { advisor } = tenants().x;
    const model = modelIn(JSON.parse(readFileSync(`${folder}/${workedCases[0]}`, 'utf8')).model);
    const engagementId = await imported(model);
    const newer = { engagementId, label: 'Second offer', receivedOn: null, from: null };
    await asActor(advisor, (tx) => addOffer(tx, advisor, newer));
    expect(read(await exported(engagementId)).offer).toEqual({
      label: 'Second offer',
      termMonths: 36,
      renewalUplift: 0,
      lines: [],
    });
  });

  it('has no threshold for whoever may not see it, and is the same file otherwise', async () => {
    const { advisor, contributor, observer } = tenants().x;
    const model = modelIn(JSON.parse(readFileSync(`${folder}/06-reading-walk.json`, 'utf8')).model);
    const engagementId = await imported(model);
    await asActor(advisor, (tx) =>
      tx.insert(members).values([
        { engagementId, userId: contributor.userId, role: 'contributor', addedBy: advisor.userId },
        { engagementId, userId: observer.userId, role: 'observer', addedBy: advisor.userId },
      ]),
    );
    expect(await exported(engagementId)).toContain('"threshold"');
    // Asked to write it down all the same: what was loaded for them does not hold it.
    for (const person of [contributor, observer]) {
      const text = await exported(engagementId, person);
      expect(text).not.toContain('"threshold"');
      expect(text).toBe(serialiseModel(model, { threshold: false }));
    }
  });
});
