import { expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { findEntries } from '@/lib/palette/queries';

const { x, y } = tenants();

const found = async (actor: Actor, words: string, engagementId: string | null = null) => {
  const groups = await asActor(actor, (tx) => findEntries(tx, actor, { words, engagementId }, false));
  return groups.flatMap(({ items }) => items);
};
const engagementsIn = (entries: Awaited<ReturnType<typeof found>>) => [
  ...new Set(entries.flatMap(({ href }) => /engagements\/([0-9a-f-]{36})/.exec(href)?.[1] ?? [])),
];

it('finds of one’s own engagements only, whatever is typed and wherever one says to be', async () => {
  for (const words of ['', 'client', 'c', 'e', 'claims', 'a o']) {
    for (const here of [null, x.engagementId, y.engagementId]) {
      for (const who of [y.advisor, y.executive, y.contributor, y.observer]) {
        expect(engagementsIn(await found(who, words, here))).not.toContain(x.engagementId);
      }
    }
  }
  expect(engagementsIn(await found(y.contributor, ''))).toEqual([y.engagementId]);
});

it('finds people one works with, and nobody else', async () => {
  const people = (entries: Awaited<ReturnType<typeof found>>) =>
    entries.flatMap(({ kind, href }) => (kind === 'person' ? [href.split('person-')[1]] : []));
  const seen = people(await found(y.contributor, 'tenants'));
  expect(seen).toContain(y.executive.userId);
  expect(seen).not.toContain(x.executive.userId);
});

it('names neither the threshold nor the outcome to those who may not enter', async () => {
  for (const who of [y.contributor, y.observer]) {
    const all = [...(await found(who, '', y.engagementId)), ...(await found(who, 'threshold'))];
    expect(all.filter(({ label }) => /threshold|outcome/i.test(label))).toEqual([]);
  }
  const leaders = await found(y.executive, 'threshold', y.engagementId);
  expect(leaders.map(({ label }) => label)).toContain('Threshold');
});

it('finds an engagement by what its members may find it by: its lead, with the rest of its name', async () => {
  const [{ label } = { label: '' }] = (await found(y.advisor, '', y.engagementId)).filter(
    ({ kind }) => kind === 'engagement',
  );
  const byName = await found(y.observer, label.slice(0, 4));
  expect(byName.map(({ label: name }) => name)).toContain(label);
});
