import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member } from '@/lib/access/permissions';
import { searchWords } from '@/lib/format/search-words';
import { entriesOfDeal, entriesOfPortal } from '@/lib/palette/entries';
import { ranked } from '@/lib/palette/rank';
import type { Entry } from '@/lib/palette/view';

const deal = (client: string, member: Partial<Member> = {}, ended = false) =>
  entriesOfDeal({ id: client, client, member: { role: 'advisor', negotiator: false, ...member }, ended });
const best = (entries: readonly Entry[], words: string) => {
  const [first] = ranked(entries, searchWords(words)).flatMap(({ items }) => items);
  return first && [first.kind, first.label, first.detail].join(' · ');
};
const labels = (entries: readonly Entry[]) => entries.map(({ label }) => label);

describe('what a few letters find', () => {
  const entries = [...deal('City of Munich'), ...deal('Averna Industries')];
  it.each([
    ['averna', 'engagement · Averna Industries · '],
    ['averna claims', 'room · Claims · Averna Industries'],
    ['cl av', 'room · Claims · Averna Industries'],
    ['munich thr', 'room · Threshold · City of Munich'],
    ['pdf averna', 'action · Download the worksheet as PDF · Averna Industries'],
    ['ÜNICH', undefined],
  ])('%s: %s', (words, found) => {
    expect(best(entries, words)).toBe(found);
  });

  it('the beginning of a word comes before its inside, and the kind of the best first', () => {
    const groups = ranked([...deal('Replan Ltd'), ...deal('Averna')], searchWords('plan'));
    expect(groups.map(({ kind }) => kind)).toEqual(['room', 'action', 'engagement']);
  });

  it('whatever is typed, every one of its terms is in what is found', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (words) => {
        const terms = searchWords(words);
        for (const { label, detail } of ranked(entries, terms).flatMap(({ items }) => items)) {
          const text = `${label} ${detail}`.toLocaleLowerCase('en');
          expect(terms.every((term) => text.includes(term))).toBe(true);
        }
      }),
    );
  });

  it('what the database found by more than its name stays, last of its kind', () => {
    const groups = ranked(entries, searchWords('averna'), new Set(['deal City of Munich']));
    const deals = groups.find(({ kind }) => kind === 'engagement')?.items ?? [];
    expect(labels(deals)).toEqual(['Averna Industries', 'City of Munich']);
  });
});

describe('what is offered', () => {
  it('is nothing its reader would be refused', () => {
    const contributor = labels(deal('A', { role: 'contributor' }));
    expect(contributor).toContain('Enter a claim');
    for (const hidden of ['Threshold', 'Outcome', 'Posture', 'Propose a threshold', 'Enter the next offer']) {
      expect(contributor).not.toContain(hidden);
    }
    expect(labels(deal('A', { role: 'contributor', negotiator: true }))).toContain('Posture');
    expect(labels(deal('A', { role: 'observer' }))).not.toContain('Enter a claim');
    const archived = labels(deal('A', { archived: true }));
    expect([archived.includes('Threshold'), archived.includes('Enter a claim')]).toEqual([true, false]);
  });
  it('is no threshold once the deal has ended', () => {
    const executive = { role: 'executive' } as const;
    expect(labels(deal('A', executive))).toContain('Say how the deal ends');
    const ended = labels(deal('A', executive, true));
    expect([ended.includes('Propose a threshold'), ended.includes('Say how the deal ends')]).toEqual([false, false]);
  });
  it('is of the portal what one’s role opens', () => {
    const portal = (role: 'advisor' | 'administrator', knowing: boolean) =>
      labels(entriesOfPortal({ userId: 'a', portalRoles: [role] }, { demo: false, knowing }));
    expect(portal('advisor', true)).toEqual([
      'Today',
      'Engagements',
      'Outcomes',
      'Requests',
      'Your account',
      'New engagement',
      'Sign out',
    ]);
    expect(portal('administrator', false)).toEqual([
      'Today',
      'Engagements',
      'Administration',
      'Your account',
      'Sign out',
    ]);
  });
});
