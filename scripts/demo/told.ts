import { readFile } from 'node:fs/promises';
import { munich } from '@/db/seed/munich';
import type {
  Origin,
  Story,
  StoryClaim,
  StoryEnding,
  StoryLine,
  StoryMember,
  StoryNotes,
  StoryOffer,
  StoryPosture,
  StoryReadiness,
} from '@/db/seed/story';
import type { EngagementRecord, LineRecord } from '@/lib/engagements/record';
import { allInCost } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';
import { parseModelJson } from '@/lib/model-file/parse';
import { formatName } from '@/lib/model-file/schema';
import { daysAfter, quarterEndAfter } from '@/scripts/demo/calendar';

/** What a line's figure rests on. */
type Note = Pick<LineRecord, 'basis' | 'basisOn' | 'source'>;

const noNote: Note = { basis: null, basisOn: null, source: '' };

type ToldThreshold = {
  readonly amount: number;
  readonly statement: string;
  readonly conditions?: string;
  readonly reason?: string;
  readonly tolerance: number;
  readonly validUntil: string;
};

/** A story with its days turned into dates and its lines read by the parser of model files. */
export type Told = {
  readonly about: Pick<EngagementRecord, 'client' | 'story' | 'sources' | 'timeZone'>;
  readonly members: readonly StoryMember[];
  /** One for each offer, in order of arrival; they differ in the offer alone. */
  readonly offers: readonly {
    readonly model: Model;
    readonly receivedOn: string;
    readonly expiresOn: string | null;
    readonly source: string;
  }[];
  readonly noteOf: (lineId: string) => Note;
  readonly claims: readonly (Omit<StoryClaim, 'saidDaysAgo'> & { readonly saidOn: string })[];
  readonly threshold?: ToldThreshold;
  /** Another one that waits for its approvers. */
  readonly proposal?: ToldThreshold;
  readonly notes?: StoryNotes;
  readonly readiness?: StoryReadiness;
  readonly posture?: StoryPosture;
  readonly ending?: StoryEnding;
  /** The day from which the story is told. */
  readonly today: string;
};

/** A made-up story, told from a day on. */
export function toldFrom(story: Story, today: string): Told {
  const { client, timeZone, sources, members, threshold } = story;
  const renewalDate = quarterEndAfter(today, story.renewalInMonths);
  const allLines = [...story.offers, ...story.alternatives].flatMap(({ lines }) => lines);
  const origins = new Map(allLines.map(({ id, origin }) => [id, origin]));
  return {
    about: { client, story: story.story, sources, timeZone },
    members,
    offers: story.offers.map((offer) => ({
      model: modelOf(story, offer, renewalDate),
      receivedOn: daysAfter(today, -offer.receivedDaysAgo),
      expiresOn:
        offer.expiresAfterDays === undefined ? null : daysAfter(today, offer.expiresAfterDays - offer.receivedDaysAgo),
      source: offer.source,
    })),
    noteOf: (lineId) => noteFrom(origins.get(lineId), today),
    claims: story.claims.map(({ saidDaysAgo, ...claim }) => ({ ...claim, saidOn: daysAfter(today, -saidDaysAgo) })),
    ...(threshold && { threshold: { ...threshold, validUntil: renewalDate } }),
    ...(story.notes && { notes: story.notes }),
    ...(story.readiness && { readiness: story.readiness }),
    ...(story.posture && { posture: story.posture }),
    ...(story.ending && { ending: story.ending }),
    today,
  };
}

function noteFrom(origin: Origin | undefined, today: string): Note {
  if (!origin) return noNote;
  const [basis, daysAgo, source] = origin;
  return { basis, basisOn: daysAfter(today, -daysAgo), source };
}

function modelOf(story: Story, offer: StoryOffer, renewalDate: string): Model {
  const { currency, horizonMonths, discountRate, chosen } = story;
  const { label, termMonths, renewalUplift, lines } = offer;
  return parsed(story.client, {
    format: formatName,
    currency,
    renewalDate,
    horizonMonths,
    discountRate,
    offer: { label, termMonths, renewalUplift, lines: lines.map(withoutOrigin) },
    alternatives: story.alternatives.map((alternative) => ({
      ...alternative,
      lines: alternative.lines.map(withoutOrigin),
    })),
    ...(chosen !== undefined && { chosen }),
  });
}

function withoutOrigin({ origin: _, ...line }: StoryLine): Omit<StoryLine, 'origin'> {
  return line;
}

function parsed(name: string, value: unknown): Model {
  const read = parseModelJson(value);
  if (!read.ok)
    throw new Error(`${name}: ${read.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
  return read.model;
}

/** The published case: its model comes from the worked case, byte for byte. */
export async function munichTold(today: string): Promise<Told> {
  const { client, timeZone, story, sources, members, origins, originsOn, claims, threshold, proposal } = munich;
  const file = JSON.parse(await readFile(munich.workedCase, 'utf8')) as { model: unknown };
  const model = parsed(client, file.model);
  const middleWay = model.alternatives.find(({ id }) => id === threshold.atCostOf);
  if (!middleWay) throw new Error(`${client}: there is no alternative “${threshold.atCostOf}”`);
  const { statement, tolerance, reason } = threshold;
  const leaving = model.alternatives.find(({ id }) => id === model.chosen);
  return {
    about: { client, story, sources, timeZone },
    members,
    offers: [{ model, ...munich.offer, expiresOn: null }],
    noteOf: (lineId) => {
      const source = origins[lineId];
      return source === undefined ? noNote : { basis: 'benchmark', basisOn: originsOn, source };
    },
    claims,
    threshold: {
      statement,
      reason,
      tolerance,
      amount: allInCost(middleWay.lines, model, 'likely'),
      validUntil: quarterEndAfter(today, 60),
    },
    proposal: {
      ...proposal,
      amount: allInCost(leaving?.lines ?? [], model, 'likely'),
      validUntil: quarterEndAfter(today, 24),
    },
    today,
  };
}
