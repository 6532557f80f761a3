import { z } from 'zod';

const briefAnswers = z.array(
  z.strictObject({ claimId: z.string(), statement: z.string(), saidBy: z.string(), answer: z.string() }),
);

/** A logged claim as a brief holds it, and what we answer; blank where nobody has written an answer yet. */
export type BriefAnswer = Readonly<z.output<typeof briefAnswers>[number]>;

export function writtenAnswers(answers: readonly BriefAnswer[]): string {
  return JSON.stringify(answers);
}

export function readAnswers(written: string): readonly BriefAnswer[] {
  return briefAnswers.parse(JSON.parse(written));
}

/** How many claims have come, gone or been answered otherwise since a brief was written. */
export function movedSince(then: readonly BriefAnswer[], now: readonly BriefAnswer[]): number {
  const words = (answers: readonly BriefAnswer[]) =>
    new Map(answers.map(({ claimId, statement, answer }) => [claimId, `${statement}\n${answer}`]));
  const [before, after] = [words(then), words(now)];
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).length;
}
