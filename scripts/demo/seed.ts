import { averna } from '@/db/seed/averna/averna';
import { brackwater } from '@/db/seed/brackwater';
import { ended } from '@/db/seed/ended';
import { helvia } from '@/db/seed/helvia';
import { tessaro } from '@/db/seed/tessaro';
import { todayIn } from '@/lib/server/today';
import {
  asOwner,
  completeDemo,
  createPeople,
  isDemoComplete,
  refuseOtherData,
  removeHalfADemo,
} from '@/scripts/demo/people';
import { askForWorksheets } from '@/scripts/demo/requests';
import { tell } from '@/scripts/demo/tell';
import { munichTold, toldFrom } from '@/scripts/demo/told';

/**
 * Seeds the demo's people and stories, written by the people themselves through the doors of the portal, whose
 * addresses must be in the environment. True where it seeded, false where the demo is there already; throws for a
 * database that is somebody's own.
 */
export async function seedDemoOnce(ownerUrl: string): Promise<boolean> {
  const cast = await asOwner(ownerUrl, async (sql) => {
    if (await isDemoComplete(sql)) return null;
    await refuseOtherData(sql);
    const people = await createPeople(sql);
    await removeHalfADemo(sql, people);
    return people;
  });
  if (!cast) return false;
  const today = todayIn('Europe/Berlin');
  await tell(cast, await munichTold(today));
  for (const story of [averna, brackwater, tessaro, helvia, ...ended]) await tell(cast, toldFrom(story, today));
  await asOwner(ownerUrl, (sql) => askForWorksheets(sql, cast));
  await asOwner(ownerUrl, completeDemo);
  return true;
}
