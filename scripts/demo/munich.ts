import { readFile } from 'node:fs/promises';
import { asActor } from '@/db/doors';
import { munich } from '@/db/seed/munich';
import { createFromModel } from '@/lib/engagements/mutations';
import { allInCost } from '@/lib/model/totals';
import { parseModelJson } from '@/lib/model-file/parse';
import { todayIn } from '@/lib/server/today';
import { quarterEndAfter } from '@/scripts/demo/calendar';
import { addClaims, addMembers } from '@/scripts/demo/engagement';
import type { Cast } from '@/scripts/demo/people';
import { agreeOnThreshold } from '@/scripts/demo/threshold';

/** The published case, with every demo person in their role. */
export async function tellMunich(cast: Cast): Promise<void> {
  const file = JSON.parse(await readFile(munich.modelFile, 'utf8')) as { model: unknown };
  const parsed = parseModelJson(file.model);
  if (!parsed.ok) throw new Error(`${munich.modelFile}: ${parsed.problems[0]?.path} ${parsed.problems[0]?.message}`);
  const { model } = parsed;
  const { client, story, sources, timeZone } = munich;
  const engagementId = await asActor(cast.advisor, async (tx) => {
    const id = await createFromModel(tx, cast.advisor, { client, model, story, sources, timeZone });
    await addMembers(tx, cast, id);
    await addClaims(tx, id, munich.claims);
    return id;
  });
  const middleWay = model.alternatives.find(({ id }) => id === munich.threshold.atCostOf);
  if (!middleWay) throw new Error(`${munich.modelFile} has no alternative “${munich.threshold.atCostOf}”`);
  await agreeOnThreshold(cast, engagementId, {
    ...munich.threshold,
    validUntil: quarterEndAfter(todayIn(timeZone), 60),
    amount: allInCost(middleWay.lines, model, 'likely'),
    model,
  });
}
