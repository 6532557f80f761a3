import { tellMunich } from '@/scripts/demo/munich';
import { asOwner, completeDemo, createPeople, isDemoComplete, removeHalfADemo } from '@/scripts/demo/people';

/**
 * Seeds the demo's people and stories, written by the people themselves through the doors of the portal, whose
 * addresses must be in the environment. True where it seeded, false where the demo is there already.
 */
export async function seedDemoOnce(ownerUrl: string): Promise<boolean> {
  const cast = await asOwner(ownerUrl, async (sql) => {
    if (await isDemoComplete(sql)) return null;
    const people = await createPeople(sql);
    await removeHalfADemo(sql, people);
    return people;
  });
  if (!cast) return false;
  await tellMunich(cast);
  await asOwner(ownerUrl, completeDemo);
  return true;
}
