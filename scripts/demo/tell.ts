import { type ActorTx, asActor } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import type { PersonKey } from '@/db/seed/people';
import { recordActivity } from '@/lib/activity/record';
import { chooseAlternative } from '@/lib/alternatives/mutations';
import { createFromModel } from '@/lib/engagements/mutations';
import { enterClaims } from '@/scripts/demo/claims';
import { endDeal } from '@/scripts/demo/ending';
import { alternativeCalled, costAlternatives, logOffers } from '@/scripts/demo/lines';
import { attachNotes } from '@/scripts/demo/notes';
import type { Cast } from '@/scripts/demo/people';
import { showPosture } from '@/scripts/demo/posture';
import { getReady, judgeAsTold } from '@/scripts/demo/readiness';
import { putThreshold } from '@/scripts/demo/threshold';
import type { Told } from '@/scripts/demo/told';

/** Writes a story into the portal, each part by the person whose part it is. */
export async function tell(cast: Cast, told: Told): Promise<void> {
  const { advisor } = cast;
  const [first] = told.offers;
  if (!first) throw new Error(`${told.about.client}: a story needs an offer`);
  const { chosen, ...model } = first.model;
  const bare = {
    ...model,
    offer: { ...model.offer, lines: [] },
    alternatives: model.alternatives.map((alternative) => ({ ...alternative, lines: [] })),
  };
  const engagementId = await asActor(advisor, async (tx) => {
    const id = await createFromModel(tx, advisor, { ...told.about, model: bare });
    await addMembers(tx, cast, told, id);
    await logOffers(tx, advisor, id, told);
    return id;
  });

  const [costing] = peopleIn(told, 'contributor');
  const contributor = cast[costing ?? 'advisor'];
  await asActor(contributor, async (tx) => {
    await costAlternatives(tx, contributor, engagementId, model, {
      noteOf: told.noteOf,
      own: costing && chosen,
    });
    await enterClaims(tx, engagementId, told.claims);
  });

  const executives = peopleIn(told, 'executive').map((key) => cast[key]);
  if (chosen !== undefined) {
    const chooser = executives[0] ?? advisor;
    await asActor(chooser, async (tx) =>
      chooseAlternative(tx, chooser, {
        engagementId,
        alternativeId: await alternativeCalled(tx, engagementId, chosen),
      }),
    );
  }
  const [proposer] = executives;
  if (told.threshold && proposer) {
    await putThreshold(engagementId, { ...told.threshold, by: proposer, executives, saying: executives });
  }
  if (told.proposal) {
    // The first of them has not decided yet.
    await putThreshold(engagementId, { ...told.proposal, by: advisor, executives, saying: executives.slice(1) });
  }
  if (told.notes) await attachNotes(cast, engagementId, told.notes);
  if (told.readiness) await getReady(cast, engagementId, { readiness: told.readiness, today: told.today });
  if (told.posture) await showPosture(cast, engagementId, { posture: told.posture, today: told.today });
  if (told.ending) await endDeal(cast, engagementId, { ending: told.ending, today: told.today });
  await judgeAsTold(cast, engagementId);
}

function peopleIn(told: Told, wanted: Told['members'][number]['role']): PersonKey[] {
  return told.members.filter(({ role }) => role === wanted).map(({ person }) => person);
}

async function addMembers(tx: ActorTx, cast: Cast, told: Told, engagementId: string): Promise<void> {
  const addedBy = cast.advisor.userId;
  for (const { person, role } of told.members) {
    const { userId } = cast[person];
    await tx.insert(members).values({ engagementId, userId, role, addedBy });
    await recordActivity(tx, { engagementId, kind: 'person.joined', subject: userId, after: { role } });
  }
}
