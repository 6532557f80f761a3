'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useFound } from '@/components/palette/use-found';
import type { Entry, EntryGroup, EntryKind } from '@/lib/palette/view';

const headings: Readonly<Record<EntryKind, string>> = {
  engagement: 'Engagements',
  room: 'Rooms',
  action: 'Actions',
  place: 'Go to',
  person: 'People',
};

/** Everything the reader can go to or do, by a few letters of its name: arrows and Enter, Escape to leave. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [words, setWords] = useState('');
  const engagementId = /^\/engagements\/([0-9a-f-]{36})(?:\/|$)/.exec(usePathname())?.[1] ?? null;
  const { groups, state } = useFound(words, engagementId);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  function take({ how, href }: Entry): void {
    if (how === 'post') {
      form.current?.setAttribute('action', href);
      form.current?.submit();
      return;
    }
    onClose();
    if (how === 'download') window.location.assign(href);
    else router.push(href as Route);
  }
  return (
    <dialog
      ref={dialog}
      data-palette
      aria-label="Find or do"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
      className="mx-auto mt-[10dvh] mb-auto w-[min(40rem,calc(100vw-1rem))] overflow-hidden rounded-lg border border-strong-rule bg-surface p-0 text-ink shadow-2xl backdrop:bg-black/40 max-sm:mt-2"
    >
      <Autocomplete.Root
        inline
        open
        mode="none"
        autoHighlight="always"
        keepHighlight
        items={groups}
        itemToStringValue={({ label }: Entry) => label}
        value={words}
        onValueChange={setWords}
      >
        <div className="flex items-center border-b border-rule pr-2">
          <Autocomplete.Input
            autoFocus
            aria-label="Find an engagement, a person, a room or an action"
            placeholder="An engagement, a person, a room, an action"
            maxLength={100}
            className="min-h-14 w-full bg-transparent px-5 text-base outline-none placeholder:text-muted"
          />
          <button
            type="button"
            onClick={onClose}
            className="min-h-11 shrink-0 rounded px-3 text-sm text-muted hover:text-ink"
          >
            Close
          </button>
        </div>
        <p role="status" className="px-5 py-3 text-sm text-muted empty:hidden">
          {state === 'failed'
            ? 'The portal cannot be reached, or has had enough questions for now.'
            : groups.length > 0
              ? ''
              : state === 'asking'
                ? 'Looking …'
                : 'Nothing of that name is yours to see.'}
        </p>
        <Autocomplete.List className="max-h-[min(28rem,62dvh)] overflow-y-auto overscroll-contain pb-2 empty:hidden">
          {(group: EntryGroup) => (
            <Autocomplete.Group key={group.kind} items={group.items}>
              <Autocomplete.GroupLabel className="px-5 pt-3 pb-1 text-xs text-muted">
                {headings[group.kind]}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(entry: Entry) => (
                  <Autocomplete.Item
                    key={entry.id}
                    value={entry}
                    onClick={() => take(entry)}
                    className="flex min-h-11 cursor-default items-center justify-between gap-x-4 px-5 py-1.5 sm:min-h-10 data-highlighted:bg-sunken data-highlighted:shadow-[inset_3px_0_0_var(--accent)]"
                  >
                    <span className="min-w-0 truncate font-medium">{entry.label}</span>
                    {entry.detail && <span className="min-w-0 truncate text-sm text-muted">{entry.detail}</span>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
      </Autocomplete.Root>
      <form ref={form} method="post" hidden />
    </dialog>
  );
}
