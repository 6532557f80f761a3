'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Popup } from '@/components/ui/popup';
import { type AskedPortfolio, queryOf } from '@/lib/portfolio/asked';
import { keepPreference } from '@/lib/preferences/actions';

/** A name, and the query of an address. */
export type SavedView = { readonly name: string; readonly query: string };

/** Orders and filters under a name of one's own. Words looked for are not kept. */
export function SavedViews({
  views: kept,
  asked,
  say,
}: {
  readonly views: readonly SavedView[];
  readonly asked: AskedPortfolio;
  readonly say: (words: string) => void;
}) {
  const [views, setViews] = useState(kept);
  const [name, setName] = useState('');
  const query = new URLSearchParams(queryOf({ ...asked, page: 1 })).toString();

  async function keep(next: readonly SavedView[], done: string) {
    const answer = await keepPreference({ name: 'portfolio views', value: next }).catch(() => null);
    if (!answer?.ok) return say(answer?.errors[0]?.message ?? 'The view could not be kept.');
    setViews(next);
    say(done);
  }

  return (
    <Popup trigger="Views" label="Views" className={buttonClass('quiet')}>
      <div className="w-64 max-w-[80vw]">
        {views.length === 0 && <p className="text-muted">No view is saved yet.</p>}
        <ul>
          {views.map((view) => (
            <li key={view.name} className="flex items-center justify-between gap-3">
              <Link
                prefetch={false}
                href={{ pathname: '/engagements', query: Object.fromEntries(new URLSearchParams(view.query)) }}
                aria-current={view.query === query ? 'true' : undefined}
                className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline aria-[current]:font-semibold"
              >
                {view.name}
              </Link>
              <button
                type="button"
                aria-label={`Remove ${view.name}`}
                className="min-h-11 min-w-11 text-muted hover:text-ink"
                onClick={() =>
                  keep(
                    views.filter((other) => other !== view),
                    `${view.name} is removed.`,
                  )
                }
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
        <form
          className="mt-3 border-t border-rule pt-3"
          onSubmit={async (event) => {
            event.preventDefault();
            const called = name.trim();
            if (called === '') return;
            await keep(
              [...views.filter((view) => view.name !== called), { name: called, query }],
              `${called} is saved.`,
            );
            setName('');
          }}
        >
          <label htmlFor="view-name" className="font-medium">
            Save this order and these filters as
          </label>
          <input
            id="view-name"
            value={name}
            maxLength={60}
            required
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
            className="mt-1 mb-3 block min-h-11 w-full rounded-md border border-strong-rule bg-surface px-3 py-2 text-base"
          />
          <Button type="submit">Save view</Button>
        </form>
      </div>
    </Popup>
  );
}
