import 'server-only';
import { type Announcements, hearAnnouncements } from '@/db/announcements';
import type { Presence } from '@/lib/live/events';
import { PresenceBoard } from '@/lib/live/presence-board';
import { activityNews, presenceNews } from '@/lib/live/schema';
import { describeError, log } from '@/lib/server/logging';

/** A stream, as the hub knows it. */
export type Listening = {
  readonly userId: string;
  /** Its person's rights, or their session, may have changed. */
  readonly recheck: () => void;
  /** Nothing has been said for a while. */
  readonly beat: () => void;
  readonly end: () => void;
};

/** A stream about one engagement. */
type Subscriber = Listening & {
  readonly engagementId: string;
  readonly seesThreshold: boolean;
  /** Something has happened that it may see. */
  readonly look: () => void;
  readonly tell: (present: readonly Presence[]) => void;
};

/** A window has one; this is for many windows, and no more. */
const mostOfOnePerson = 20;
const beatEvery = 25_000;
const recheckEvery = 2 * beatEvery;

/** One a process: hears what the database announces, over one connection, and wakes the streams it concerns. */
class Hub {
  readonly #subscribers = new Map<string, Set<Subscriber>>();
  readonly #watchers = new Set<Listening>();
  readonly #board = new PresenceBoard();
  readonly #timers: NodeJS.Timeout[] = [];
  #announcements: Announcements | undefined;

  /** Begins to wake a stream; the returned function ends that. */
  subscribe(subscriber: Subscriber): () => void {
    this.#start();
    const { engagementId } = subscriber;
    const here = this.#subscribers.get(engagementId) ?? new Set();
    this.#subscribers.set(engagementId, here.add(subscriber));
    const present = this.#board.in(engagementId);
    if (present.length > 0) subscriber.tell(present);
    return () => {
      here.delete(subscriber);
      if (here.size === 0 && this.#subscribers.get(engagementId) === here) this.#subscribers.delete(engagementId);
    };
  }

  /** Begins to wake a stream that is about no engagement; the returned function ends that. */
  watch(watcher: Listening): () => void {
    this.#start();
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** How many streams a person has open here. */
  openFor(userId: string): number {
    return this.#all().filter((listening) => listening.userId === userId).length;
  }

  /** Whether those are as many as anybody may have. */
  isFullFor(userId: string): boolean {
    return this.openFor(userId) >= mostOfOnePerson;
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    for (const listening of this.#all()) listening.end();
    const announcements = this.#announcements;
    this.#announcements = undefined;
    await announcements?.stop();
  }

  #start(): void {
    if (this.#announcements) return;
    this.#announcements = hearAnnouncements(
      {
        activity: parsed(activityNews, ({ engagement, wall }) => {
          for (const subscriber of this.#in(engagement)) {
            if (wall === 'engagement' || subscriber.seesThreshold) subscriber.look();
          }
        }),
        access_changed: (userId) => {
          for (const listening of this.#all()) if (listening.userId === userId) listening.recheck();
        },
        presence: parsed(presenceNews, ({ engagement, by, place }) => {
          if (this.#board.note(engagement, by, place, Date.now())) this.#tell(engagement);
        }),
      },
      {
        onGap: () => {
          for (const listening of this.#all()) listening.recheck();
          for (const here of this.#subscribers.values()) for (const subscriber of here) subscriber.look();
        },
        onTrouble: (error) => log.error({ err: describeError(error) }, 'the database’s announcements are not heard'),
      },
    );
    const every = (milliseconds: number, run: () => void) => this.#timers.push(setInterval(run, milliseconds).unref());
    every(1_000, () => {
      for (const engagement of this.#board.expire(Date.now())) this.#tell(engagement);
    });
    every(beatEvery, () => {
      for (const listening of this.#all()) listening.beat();
    });
    // Sessions also end by themselves.
    every(recheckEvery, () => {
      for (const listening of this.#all()) listening.recheck();
    });
  }

  #in(engagementId: string): readonly Subscriber[] {
    return [...(this.#subscribers.get(engagementId) ?? [])];
  }

  #all(): readonly Listening[] {
    return [...this.#watchers, ...[...this.#subscribers.values()].flatMap((here) => [...here])];
  }

  #tell(engagementId: string): void {
    const present = this.#board.in(engagementId);
    for (const subscriber of this.#in(engagementId)) subscriber.tell(present);
  }
}

/** A handler of well-formed news; anybody with a connection to the database may announce anything. */
function parsed<News>(
  schema: { safeParse(value: unknown): { success: true; data: News } | { success: false } },
  hear: (news: News) => void,
): (payload: string) => void {
  return (payload) => {
    const result = schema.safeParse(jsonOf(payload));
    if (result.success) hear(result.data);
  };
}

function jsonOf(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** On the process: routes are bundled apart, and a reload in development must not open a second one. */
const kept = globalThis as { walkPositionHub?: Hub };

export function hub(): Hub {
  kept.walkPositionHub ??= new Hub();
  return kept.walkPositionHub;
}
