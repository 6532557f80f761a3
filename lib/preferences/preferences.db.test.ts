import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { keepPreference } from '@/lib/preferences/mutations';
import { preferencesOf } from '@/lib/preferences/queries';

describe('what a person likes to see', () => {
  const of = (person: { userId: string }) => asActor(person, (tx) => preferencesOf(tx, person));
  const keep = (person: { userId: string }, value: string[]) =>
    asActor(person, (tx) => keepPreference(tx, person, { name: 'hidden columns', value }));

  it('is kept, replaced by the last word, and nobody else’s', async () => {
    const { advisor, contributor } = tenants().x;
    await keep(advisor, ['basis']);
    await keep(advisor, ['basis', 'range']);
    expect(await of(advisor)).toEqual({ 'hidden columns': ['basis', 'range'] });
    expect(await of(contributor)).toEqual({});
    await expect(
      asActor(contributor, (tx) => keepPreference(tx, advisor, { name: 'hidden columns', value: [] })),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('that is not what its name says any more is forgotten', async () => {
    const { executive } = tenants().x;
    await asOwner(
      (sql) => sql`insert into preferences (user_id, name, value) values
      (${executive.userId}, 'hidden columns', '"all of them"'), (${executive.userId}, 'older', '1')`,
    );
    expect(await of(executive)).toEqual({});
  });
});
