'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type AskedPortfolio, thresholdStates, verdicts } from '@/lib/portfolio/asked';
import { thresholdWords, verdictWords } from '@/lib/portfolio/words';
import { levels } from '@/lib/readiness/level';

const field = 'mt-1 block min-h-11 w-full rounded-md border border-strong-rule bg-surface px-3 py-2 text-base';

/** Words to look for, and what to show of the rest. Whoever may see no threshold is not asked about one. */
export function FindForm({
  asked,
  knowing,
  busy,
  go,
}: {
  readonly asked: AskedPortfolio;
  readonly knowing: boolean;
  readonly busy: boolean;
  readonly go: (asked: AskedPortfolio) => void;
}) {
  const [words, setWords] = useState(asked.words);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea, dialog');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const change = (part: Partial<AskedPortfolio>) => go({ ...asked, ...part, page: 1 });
  return (
    <search>
      <form
        className="mb-2 flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          change({ words: words.trim() });
        }}
      >
        <div className="grow max-sm:basis-2/3 sm:max-w-sm">
          <label htmlFor="find" className="text-sm font-medium">
            Find
          </label>
          <input
            ref={input}
            id="find"
            type="search"
            value={words}
            maxLength={120}
            aria-keyshortcuts="/"
            autoComplete="off"
            placeholder="Client, lead, offer, alternative, what is due"
            onChange={(event) => {
              setWords(event.target.value);
              // Emptied by its own cross or by hand: everything is there again.
              if (event.target.value === '' && asked.words !== '') change({ words: '' });
            }}
            className={field}
          />
        </div>
        <Button type="submit" look="quiet" aria-disabled={busy}>
          Find
        </Button>
        {knowing && (
          <Choice id="reading" name="Reading" value={asked.reading} change={(reading) => change({ reading })}>
            {verdicts.map((verdict) => [verdict, verdictWords[verdict]] as const)}
          </Choice>
        )}
        {knowing && (
          <Choice id="state" name="Threshold" value={asked.state} change={(state) => change({ state })}>
            {thresholdStates.map((state) => [state, thresholdWords[state].word] as const)}
          </Choice>
        )}
        <Choice id="level" name="Readiness" value={asked.level} change={(level) => change({ level })}>
          {levels.map((level) => [level, level] as const)}
        </Choice>
      </form>
    </search>
  );
}

function Choice<Value extends string>({
  id,
  name,
  value,
  change,
  children: options,
}: {
  readonly id: string;
  readonly name: string;
  readonly value: Value | undefined;
  readonly change: (value: Value | undefined) => void;
  readonly children: readonly (readonly [Value, ReactNode])[];
}) {
  return (
    <div className="max-sm:min-w-0 max-sm:grow max-sm:basis-[28%]">
      <label htmlFor={id} className="text-sm font-medium">
        {name}
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => change(options.find(([option]) => option === event.target.value)?.[0])}
        className={field}
      >
        <option value="">Any</option>
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
