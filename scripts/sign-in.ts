/** `npm run sign-in -- ADDRESS` prints a sign-in link for a known address, for whoever holds the machine. */
import { asSystem, closeDoors } from '@/db/doors';
import { emailSchema } from '@/lib/people/schema';
import { createSignInLink } from '@/lib/sign-in/links';
import { withDatabase } from '@/scripts/portal/database';

const typed = emailSchema.safeParse(process.argv[2]);
if (!typed.success) {
  console.error('Usage: npm run sign-in -- ADDRESS');
  process.exit(2);
}

const link = await withDatabase(async (_, { origin }) => {
  const made = await asSystem((tx) => createSignInLink(tx, typed.data, { origin, next: '/engagements' }));
  await closeDoors();
  return made?.link;
});
if (link) {
  console.log(link);
} else {
  console.error('Nobody here has that address.');
  process.exitCode = 1;
}
