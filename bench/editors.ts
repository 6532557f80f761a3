import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { asActor, closeDoors } from '@/db/doors';
import { startDatabase } from '@/db/embedded';
import { prepareDatabase } from '@/db/prepare';
import { alternatives } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import type { Actor } from '@/lib/access/permissions';
import { createFromModel } from '@/lib/engagements/mutations';
import { edit } from '@/lib/lines/testing/editors';
import { faultsOf, linesOf, trailAfter } from '@/lib/lines/testing/replay';
import { latestEventNumber } from '@/lib/live/queries';
import { parseModelJson } from '@/lib/model-file/parse';
import { smallModel } from '../e2e/own-engagement';
import { type Row, rowOf } from './measuring/rows';

const people = 20;
const edits = 200;

/**
 * Twenty people who type 200 edits each into the same lines at once, on the portal's own benches and through its own
 * mutations. It ends with an error where anything confirmed was lost, a refusal said nothing of why, or the lines are
 * not what the trail leads to; what is compared is how much more gets done than by one of them alone.
 */
export async function measure(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'walk-position-bench-'));
  // PostgreSQL runs as another account where this runs as root: it must reach its data.
  chmodSync(dir, 0o711);
  const database = await startDatabase(dir);
  try {
    const addresses = await prepareDatabase({ ownerUrl: database.url, secret: 's'.repeat(32) });
    process.env.APP_DATABASE_URL = addresses.appUrl;
    const editors = await peopleIn(database.url, people);
    const alone = await course(editors, 1);
    const together = await course(editors, people);
    console.log(
      `${people} editors × ${edits} edits: ${together.confirmed} confirmed, ${together.explained} refused and explained, 0 lost, 0 unexplained, and the lines are what the trail leads to`,
    );
    return [
      rowOf({
        name: `Edits of ${people} people in the same lines at once`,
        unit: 'per second',
        ours: together.perSecond,
        peer: alone.perSecond,
        peerName: 'one of them alone',
        aim: 0.5,
      }),
    ];
  } finally {
    await closeDoors();
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** One engagement, so many people at once in it. Throws where anything does not fit together. */
async function course(editors: readonly [Actor, ...Actor[]], count: number) {
  const [advisor] = editors;
  const { engagementId, alternativeId, about } = await engagementOf(editors);
  const side = { kind: 'alternative', id: alternativeId } as const;
  const before = await linesOf(advisor, alternativeId);
  const began = await asActor(advisor, (tx) => latestEventNumber(tx, engagementId));
  const start = performance.now();
  const courses = await Promise.all(
    editors
      .slice(0, count)
      .map((editor, seed) => edit({ engagementId, side, about }, editor, [...before.keys()], edits, seed + 1)),
  );
  const seconds = (performance.now() - start) / 1_000;
  const after = await linesOf(advisor, alternativeId);
  const faults = [
    ...courses.flatMap(({ unexplained }) => unexplained),
    ...courses.flatMap(({ leftUnsaved }) => (leftUnsaved > 0 ? [`${leftUnsaved} lines were left unsaved`] : [])),
    ...faultsOf(before, await trailAfter(advisor, engagementId, began), after, courses),
  ];
  if (faults.length > 0) throw new Error(`${faults.length} faults, such as: ${faults.slice(0, 5).join('; ')}`);
  const sum = (of: (one: (typeof courses)[number]) => number) => courses.reduce((total, one) => total + of(one), 0);
  return {
    confirmed: sum(({ confirmed }) => confirmed.length),
    explained: sum(({ explained }) => explained),
    perSecond: (count * edits) / seconds,
  };
}

async function engagementOf(editors: readonly [Actor, ...Actor[]]) {
  const parsed = parseModelJson(smallModel);
  if (!parsed.ok) throw new Error('The bench’s model is none');
  const [advisor, ...others] = editors;
  const { currency, renewalDate, horizonMonths } = parsed.model;
  return asActor(advisor, async (tx) => {
    const engagementId = await createFromModel(tx, advisor, { client: 'Bench of editors', model: parsed.model });
    const [row] = await tx
      .select({ id: alternatives.id })
      .from(alternatives)
      .where(eq(alternatives.engagementId, engagementId));
    await tx
      .insert(members)
      .values(
        others.map(({ userId }) => ({ engagementId, userId, role: 'contributor' as const, addedBy: advisor.userId })),
      );
    return { engagementId, alternativeId: row?.id ?? '', about: { currency, renewalDate, horizonMonths } };
  });
}

/** People, the first of whom is an advisor, written as the database's owner. */
async function peopleIn(ownerUrl: string, count: number): Promise<[Actor, ...Actor[]]> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const ids = Array.from({ length: count }, () => randomUUID());
  const advisor: Actor = { userId: ids[0] ?? '', portalRoles: ['advisor'] };
  try {
    for (const [index, id] of ids.entries()) {
      await owner`insert into users (id, name, email) values (${id}, ${`Editor ${index + 1}`}, ${`editor-${index + 1}@bench.example`})`;
    }
    await owner`insert into portal_roles (user_id, role) values (${advisor.userId}, 'advisor')`;
  } finally {
    await owner.end();
  }
  return [advisor, ...ids.slice(1).map((userId): Actor => ({ userId, portalRoles: [] }))];
}
