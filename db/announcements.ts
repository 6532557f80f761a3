import 'server-only';
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';

export type Announcements = { stop(): Promise<void> };

/** How often, in milliseconds, it is made sure that what is announced is still heard. */
const watch = 10_000;

/**
 * Hears what the database announces (NOTIFY), one handler a channel, over a connection of its own that is opened
 * again whenever it is lost. `onGap` is called each time it listens anew: something may have been missed.
 */
export function hearAnnouncements(
  channels: Readonly<Record<string, (payload: string) => void>>,
  { onGap, onTrouble }: { onGap: () => void; onTrouble: (error: unknown) => void },
): Announcements {
  const url = process.env.APP_DATABASE_URL;
  if (!url) throw new Error('APP_DATABASE_URL is not set');
  const echo = `echo_${randomUUID()}`;
  let client: postgres.Sql | undefined;
  let heard = false;
  let stopped = false;

  async function open(): Promise<void> {
    await client?.end({ timeout: 0 });
    if (stopped) return;
    client = postgres(url ?? '', { max: 1, onnotice: () => {} });
    await client.listen(echo, () => {
      heard = true;
    });
    for (const [channel, hear] of Object.entries(channels)) await client.listen(channel, hear);
    // The driver listens again by itself after a short break, one channel after the other: this is the last.
    await client.listen(`${echo}_gap`, () => {}, onGap);
    heard = true;
  }

  /** A connection can be dead without having been closed: what comes back is what counts. */
  async function check(): Promise<void> {
    if (!heard) await open();
    heard = false;
    await client?.notify(echo, '');
  }

  const settle = (attempt: Promise<void>) => attempt.catch((error: unknown) => !stopped && onTrouble(error));
  void settle(open());
  const timer = setInterval(() => void settle(check()), watch);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await client?.end({ timeout: 0 });
    },
  };
}
