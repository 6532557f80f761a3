'use client';

import { useState, useTransition } from 'react';
import { Notice } from '@/components/ui/notice';
import { keepPreference } from '@/lib/preferences/actions';

const choices = [
  { often: 'off', says: 'Off' },
  { often: 'daily', says: 'Every day' },
  { often: 'weekly', says: 'On Mondays' },
] as const;

type Often = (typeof choices)[number]['often'];

/** How often one hears by mail that something is due: in the morning, by the clocks of the browser it is chosen in. */
export function DigestChoice({ often }: { often: Often }) {
  const [chosen, setChosen] = useState<Often>(often);
  const [said, setSaid] = useState<{ tone: 'good' | 'bad'; words: string } | null>(null);
  const [pending, begin] = useTransition();
  const choose = (next: Often) => {
    const before = chosen;
    setChosen(next);
    setSaid(null);
    begin(async () => {
      const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
      const answer = await keepPreference({ name: 'mail digest', value: { often: next, timeZone } });
      if (!answer.ok) setChosen(before);
      const problem = answer.ok ? undefined : answer.errors[0]?.message;
      setSaid(problem === undefined ? { tone: 'good', words: 'Saved.' } : { tone: 'bad', words: problem });
    });
  };
  return (
    <fieldset className="mt-3">
      <legend className="sr-only">How often</legend>
      <div className="flex flex-wrap gap-x-6">
        {choices.map((choice) => (
          <label key={choice.often} className="inline-flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="digest"
              checked={chosen === choice.often}
              disabled={pending}
              onChange={() => choose(choice.often)}
            />
            {choice.says}
          </label>
        ))}
      </div>
      {said && (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      )}
    </fieldset>
  );
}
