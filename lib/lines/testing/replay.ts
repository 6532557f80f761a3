import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { fieldsOf, sameValue } from '@/lib/lines/fields';
import { lineRecordOf } from '@/lib/lines/row';
import type { Course } from '@/lib/lines/testing/editors';

/** What a trail says happened, gone through once more and held against what there is. */

type Values = Readonly<Record<string, unknown>>;
type Held = { readonly values: Values; readonly version: number };
export type Lines = ReadonlyMap<string, Held>;
type Entry = Pick<typeof activity.$inferSelect, 'number' | 'actorId' | 'kind' | 'subject' | 'before' | 'after'>;

export async function linesOf(actor: Actor, alternativeId: string): Promise<Lines> {
  const rows = await asActor(actor, (tx) => tx.select().from(lines).where(eq(lines.alternativeId, alternativeId)));
  return new Map(
    rows.map((row) => {
      const record = lineRecordOf(row);
      return [row.id, { values: fieldsOf(record), version: record.version }];
    }),
  );
}

/** What the trail says of lines after an entry, in order. */
export function trailAfter(actor: Actor, engagementId: string, number: number): Promise<Entry[]> {
  return asActor(actor, (tx) =>
    tx
      .select({
        number: activity.number,
        actorId: activity.actorId,
        kind: activity.kind,
        subject: activity.subject,
        before: activity.before,
        after: activity.after,
      })
      .from(activity)
      .where(
        and(
          eq(activity.engagementId, engagementId),
          gt(activity.number, number),
          inArray(activity.kind, ['line.added', 'line.changed', 'line.removed']),
        ),
      )
      .orderBy(asc(activity.number)),
  );
}

/**
 * Everything that does not fit together, in words: a value overwritten that nobody had seen, a confirmed edit that the
 * trail does not know, an entry nobody was told of, a line that is not as the trail leads to it.
 */
export function faultsOf(
  before: Lines,
  trail: readonly Entry[],
  after: Lines,
  courses: readonly Pick<Course, 'actor' | 'confirmed'>[],
): string[] {
  const { lines: led, faults } = replayed(before, trail);
  const told = courses.flatMap(({ actor, confirmed }) =>
    confirmed.map(({ lineId, version }) => `${actor.userId} ${lineId} ${version}`),
  );
  const done = trail.map(({ actorId, kind, subject, after: values }) => {
    const version = kind === 'line.removed' ? null : ((values as Values).version ?? null);
    return `${actorId} ${subject} ${version}`;
  });
  const missing = (from: readonly string[], among: ReadonlySet<string>, what: string) =>
    from.filter((one) => !among.has(one)).map((one) => `${one}: ${what}`);
  return [
    ...faults,
    ...missing(told, new Set(done), 'confirmed, and not in the trail'),
    ...missing(done, new Set(told), 'in the trail, and never confirmed'),
    ...differences(led, after),
  ];
}

function replayed(before: Lines, trail: readonly Entry[]): { lines: Lines; faults: string[] } {
  const led = new Map(before);
  const faults: string[] = [];
  for (const entry of trail) {
    const { kind, subject } = entry;
    const line = led.get(subject);
    const { version, ...values } = (entry.after ?? {}) as Values;
    if (kind === 'line.added') {
      if (line) faults.push(`${subject}: added although it is there`);
      led.set(subject, { values, version: Number(version) });
    } else if (!line) faults.push(`${subject}: ${kind} although it is not there`);
    else if (kind === 'line.removed') led.delete(subject);
    else {
      if (version !== line.version + 1) faults.push(`${subject}: version ${version} after ${line.version}`);
      for (const [field, value] of Object.entries((entry.before ?? {}) as Values)) {
        if (!same(line.values[field], value)) faults.push(`${subject}: ${field} was overwritten unseen`);
      }
      led.set(subject, { values: { ...line.values, ...values }, version: Number(version) });
    }
  }
  return { lines: led, faults };
}

function differences(led: Lines, after: Lines): string[] {
  const ids = new Set([...led.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => {
    const [one, other] = [led.get(id), after.get(id)];
    if (!one || !other) return [`${id}: there only ${one ? 'by the trail' : 'in fact'}`];
    const fields = Object.keys(other.values).filter((field) => !same(one.values[field], other.values[field]));
    const versions = one.version === other.version ? [] : ['its version'];
    return [...fields, ...versions].map((what) => `${id}: ${what} is not as the trail leads to it`);
  });
}

/** A blank is a blank, whether it is left out or said. */
function same(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => (value === undefined || value === '' ? null : value);
  return sameValue(plain(one), plain(other));
}
