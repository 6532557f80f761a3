/** `npm run sign-in -- ADDRESS` prints a sign-in link for a known address, for whoever holds the machine. */
import { asSystem, closeDoors } from '@/db/doors';
import { emailSchema } from '@/lib/people/schema';
import { createSignInLink } from '@/lib/people/sign-in-links';
import { portalEnvironment } from '@/scripts/start/environment.mjs';

const typed = emailSchema.safeParse(process.argv[2]);
if (!typed.success) {
  console.error('Usage: npm run sign-in -- ADDRESS');
  process.exit(2);
}
Object.assign(process.env, await portalEnvironment());
const { AUTH_SECRET, AUTH_URL } = process.env;
if (!AUTH_SECRET || !AUTH_URL) {
  console.error('AUTH_SECRET and AUTH_URL are not set: they are those the portal was started with.');
  process.exit(2);
}
const site = { origin: new URL(AUTH_URL).origin, secret: AUTH_SECRET, now: new Date() };
const link = await asSystem((tx) => createSignInLink(tx, typed.data, site));
await closeDoors();
if (link) console.log(link);
else {
  console.error('Nobody here has that address.');
  process.exitCode = 1;
}
