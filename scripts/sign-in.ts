/**
 * `npm run sign-in -- ADDRESS` prints a sign-in link for a known address, for whoever holds the machine. With
 * `--first-administrator` the address becomes the administrator of a portal that has none.
 */
import { asSystem, closeDoors } from '@/db/doors';
import { emailSchema } from '@/lib/people/schema';
import { createSignInLink } from '@/lib/sign-in/links';
import { withDatabase } from '@/scripts/portal/database';
import { makeFirstAdministrator } from '@/scripts/portal/first-administrator';

const flag = '--first-administrator';
const args = process.argv.slice(2);
const addresses = args.filter((argument) => argument !== flag);
const typed = emailSchema.safeParse(addresses[0]);
if (!typed.success || addresses.length !== 1) {
  console.error(`Usage: npm run sign-in -- ADDRESS [${flag}]`);
  process.exit(2);
}

const answer = await withDatabase(async (ownerUrl, { origin }) => {
  if (args.includes(flag) && !(await makeFirstAdministrator(ownerUrl, typed.data))) {
    return { problem: 'There is an administrator already, who can invite others.' };
  }
  const made = await asSystem((tx) => createSignInLink(tx, typed.data, { origin, next: '/today' }));
  await closeDoors();
  return made ?? { problem: 'Nobody here has that address.' };
});
if ('link' in answer) {
  console.log(answer.link);
} else {
  console.error(answer.problem);
  process.exitCode = 1;
}
