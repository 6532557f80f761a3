import { beforeEach, expect, it } from 'vitest';
import { benchView } from '@/lib/lines/view';
import {
  approve,
  type Boardroom,
  costSwitching,
  engagementFor,
  openBoardroom,
  propose,
} from '@/lib/thresholds/testing/boardroom';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:3000', DEMO: '1' });

let room: Boardroom;
beforeEach(async () => {
  room = await openBoardroom();
});

it('the bench says to whoever may know why no threshold is in force, such as that it is stale, and to nobody else', async () => {
  const seen = async (who: Boardroom['cfo']) =>
    benchView(await engagementFor(room, who), { offers: 'standing', people: [] });
  const threshold = await propose(room);
  for (const who of [room.cfo, room.cio]) await approve(room, who, threshold);
  expect(await seen(room.cfo)).toMatchObject({ threshold: { amount: 1_600_000 }, thresholdAbsence: null });
  await costSwitching(room, 500_000);
  const absence = expect.stringMatching(/^The walk threshold is stale: the alternative rose .* %, tolerance 5 %\.$/);
  expect(await seen(room.cfo)).toMatchObject({ threshold: null, thresholdAbsence: absence });
  expect(await seen(room.advisor)).toMatchObject({ threshold: null, thresholdAbsence: absence });
  const contributors = await seen(room.contributor);
  expect(Object.keys(contributors).filter((key) => key.startsWith('threshold'))).toEqual([]);
  expect(JSON.stringify(contributors)).not.toContain('stale');
});
