import { describe, expect, it } from 'vitest';
import { type CatalogueLaw, functionLaws, roleLaws, tableLaws } from '@/db/testing/catalogue-laws';
import { asOwner } from '@/db/testing/owner';

/** What a law finds once it has been broken; the breach is undone. */
function foundAfterBreach({ offenders, breach }: CatalogueLaw): Promise<readonly object[]> {
  return asOwner(async (owner) => {
    let found: readonly object[] = [];
    const undo = new Error('undone');
    await owner
      .begin(async (sql) => {
        await sql.unsafe(breach);
        found = [...(await offenders(sql))];
        throw undo;
      })
      .catch((error) => {
        if (error !== undo) throw error;
      });
    return found;
  });
}

describe.each([
  { about: 'tables', laws: tableLaws },
  { about: 'roles', laws: roleLaws },
  { about: 'functions', laws: functionLaws },
])('the catalogue’s $about', ({ laws }) => {
  it.each(laws)('$law', async (law) => {
    expect(await asOwner(async (sql) => [...(await law.offenders(sql))])).toEqual([]);
  });

  it.each(laws)('a breach is seen: $law', async (law) => {
    expect(await foundAfterBreach(law)).not.toEqual([]);
  });
});
