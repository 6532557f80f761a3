import { and, eq } from 'drizzle-orm';
import { type ActorTx, asActor } from '@/db/doors';
import { alternatives, choices } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import type { PersonKey } from '@/db/seed/people';
import { recordActivity } from '@/lib/activity/record';
import { createFromModel } from '@/lib/engagements/mutations';
import { addClaims } from '@/scripts/demo/claims';
import { addAlternativeLines, addOffer, describeFirstOffer } from '@/scripts/demo/lines';
import type { Cast } from '@/scripts/demo/people';
import { agreeOnThreshold } from '@/scripts/demo/threshold';
import type { Told } from '@/scripts/demo/told';

/** Writes a story into the portal, each part by the person whose part it is, in order of time. */
export async function tell(cast: Cast, told: Told): Promise<void> {
  const { advisor } = cast;
  const [first, ...later] = told.offers;
  if (!first) throw new Error(`${told.about.client}: a story needs an offer`);
  const { chosen, ...model } = first.model;
  const empty = model.alternatives.map((alternative) => ({ ...alternative, lines: [] }));
  const engagementId = await asActor(advisor, async (tx) => {
    const id = await createFromModel(tx, advisor, {
      ...told.about,
      model: { ...model, offer: { ...model.offer, lines: [] }, alternatives: empty },
    });
    await addMembers(tx, cast, told, id);
    await describeFirstOffer(tx, advisor, id, first, told.noteOf);
    return id;
  });

  const contributor = cast[personIn(told, 'contributor')[0] ?? 'advisor'];
  await asActor(contributor, (tx) => addAlternativeLines(tx, contributor, engagementId, model, told.noteOf));
  await asActor(contributor, (tx) => addClaims(tx, engagementId, told.claims));
  for (const offer of later) {
    await asActor(advisor, (tx) => addOffer(tx, advisor, engagementId, offer, told.noteOf));
  }

  const executives = personIn(told, 'executive').map((key) => cast[key]);
  if (chosen !== undefined) {
    const chooser = executives[0] ?? advisor;
    await asActor(chooser, (tx) => choose(tx, chooser.userId, engagementId, chosen));
  }
  if (told.threshold) await agreeOnThreshold(executives, engagementId, { ...told.threshold, model: first.model });
}

function personIn(told: Told, wanted: Told['members'][number]['role']): PersonKey[] {
  return told.members.filter(({ role }) => role === wanted).map(({ person }) => person);
}

async function addMembers(tx: ActorTx, cast: Cast, told: Told, engagementId: string): Promise<void> {
  const addedBy = cast.advisor.userId;
  await tx
    .insert(members)
    .values(told.members.map(({ person, role }) => ({ engagementId, userId: cast[person].userId, role, addedBy })));
}

async function choose(tx: ActorTx, chosenBy: string, engagementId: string, key: string): Promise<void> {
  const [alternative] = await tx
    .select({ id: alternatives.id, label: alternatives.label })
    .from(alternatives)
    .where(and(eq(alternatives.engagementId, engagementId), eq(alternatives.key, key)));
  if (!alternative) throw new Error(`There is no alternative “${key}”`);
  await tx.insert(choices).values({ engagementId, alternativeId: alternative.id, chosenBy });
  await recordActivity(tx, {
    engagementId,
    kind: 'alternative.chosen',
    subject: alternative.id,
    after: { label: alternative.label },
  });
}
