import type { Presence } from '@/lib/live/events';

/** How long a place counts after somebody was last heard of there, in milliseconds. */
const lifetime = 10_000;

type Seen = { readonly place: string; readonly at: number };

/** Who is where in each engagement, as one process has heard it. Nothing is kept anywhere else. */
export class PresenceBoard {
  readonly #engagements = new Map<string, Map<string, Seen>>();

  /** Notes where a person is, or that they have left. True where anything visible has changed. */
  note(engagementId: string, by: string, place: string | null, now: number): boolean {
    const people = this.#engagements.get(engagementId) ?? new Map<string, Seen>();
    const before = people.get(by)?.place;
    if (place === null) people.delete(by);
    else people.set(by, { place, at: now });
    if (people.size > 0) this.#engagements.set(engagementId, people);
    else this.#engagements.delete(engagementId);
    return before !== (place ?? undefined);
  }

  /** Everybody in an engagement. */
  in(engagementId: string): Presence[] {
    return [...(this.#engagements.get(engagementId) ?? [])].map(([by, { place }]) => ({ by, place }));
  }

  /** Forgets whoever has not been heard of; returns the engagements where somebody was. */
  expire(now: number): string[] {
    const changed: string[] = [];
    for (const [engagementId, people] of this.#engagements) {
      const gone = [...people].filter(([, { at }]) => now - at >= lifetime);
      for (const [by] of gone) people.delete(by);
      if (gone.length > 0) changed.push(engagementId);
      if (people.size === 0) this.#engagements.delete(engagementId);
    }
    return changed;
  }
}
