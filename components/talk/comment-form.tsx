'use client';

import { useId, useRef, useState, useTransition } from 'react';
import { inputClass } from '@/components/forms/text-field';
import { useLiveScope } from '@/components/live/use-engagement-events';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/server/errors';
import { writeComment } from '@/lib/talk/actions';
import type { TalkSubject } from '@/lib/talk/schema';
import type { Named } from '@/lib/talk/words';

/** What was being written and not sent, by whom and to what: a panel that closes loses none of it. */
const drafts = new Map<string, string>();

type Props = {
  readonly engagementId: string;
  readonly subject: TalkSubject;
  /** Null begins a thread. */
  readonly threadId: string | null;
  readonly people: readonly Named[];
  readonly label: string;
  readonly onDone?: () => void;
};

/** What is being typed after an "@", and where it begins; null where nobody is being named. */
function namingAt(text: string, caret: number): { readonly from: number; readonly typed: string } | null {
  const found = /(?:^|[^\p{L}\p{N}_@])@([\p{L}\p{N}.' -]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { from: caret - (found[1]?.length ?? 0), typed: found[1] ?? '' } : null;
}

/** A comment being written. After "@" it offers the people who may hear it; nothing typed is lost to a refusal. */
export function CommentForm({ engagementId, subject, threadId, people, label, onDone }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { me } = useLiveScope();
  const draft = `${me} ${subject.kind} ${subject.id} ${threadId ?? ''}`;
  const [body, setWritten] = useState(() => drafts.get(draft) ?? '');
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const naming = namingAt(body, caret);
  const begun = naming?.typed.toLowerCase() ?? '';
  const offered =
    naming && naming.from !== dismissed
      ? people.filter(({ name }) => name.toLowerCase() !== begun && isBegunBy(name.toLowerCase(), begun)).slice(0, 6)
      : [];
  const current = offered[Math.min(active, offered.length - 1)];

  function setBody(text: string) {
    setWritten(text);
    if (text === '') drafts.delete(draft);
    else drafts.set(draft, text);
  }

  function take({ name }: Named) {
    if (!naming) return;
    const next = `${body.slice(0, naming.from)}${name} ${body.slice(caret).replace(/^ /, '')}`;
    const at = naming.from + name.length + 1;
    setBody(next);
    setCaret(at);
    setActive(0);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(at, at);
    });
  }

  function send() {
    startTransition(async () => {
      const answer = await writeComment({ engagementId, subject, threadId, body });
      setErrors(answer.ok ? [] : answer.errors);
      if (!answer.ok) return;
      setBody('');
      onDone?.();
    });
  }

  return (
    <form
      noValidate
      className="print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        rows={2}
        value={body}
        maxLength={4000}
        aria-describedby={`${id}-help`}
        aria-invalid={errors.length > 0 || undefined}
        aria-controls={offered.length > 0 ? `${id}-people` : undefined}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        className={inputClass}
        onChange={(event) => {
          setBody(event.target.value);
          setCaret(event.target.selectionStart);
          setActive(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
            event.preventDefault();
            return send();
          }
          if (!current) return;
          if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
          else if (event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
          else if (event.key === 'Enter' || event.key === 'Tab') take(current);
          else if (event.key === 'Escape') {
            setDismissed(naming?.from ?? null);
            event.stopPropagation();
          } else return;
          event.preventDefault();
        }}
      />
      {offered.length > 0 && (
        <ul
          id={`${id}-people`}
          aria-label="People to name"
          className="mt-1 rounded-md border border-rule bg-surface py-1"
        >
          {offered.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                id={`${id}-${person.id}`}
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(person)}
                className={`block min-h-11 w-full px-3 py-1.5 text-left text-sm md:min-h-8 ${person === current ? 'bg-sunken font-medium' : ''}`}
              >
                {person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-help`} className="mt-1 text-xs text-muted">
        Write @ to name a colleague: they are told by mail that they were, and none of what it says.
      </p>
      <p role="status" className="sr-only">
        {current ? `${offered.length} to choose from, ${current.name}` : ''}
      </p>
      {errors.map(({ message }) => (
        <p key={message} role="alert" className="mt-1 text-sm font-medium text-bad">
          {message}
        </p>
      ))}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="submit" look="quiet" disabled={pending || body.trim() === ''}>
          {pending ? 'Sending…' : threadId ? 'Reply' : 'Comment'}
        </Button>
        {threadId && onDone && (
          <Button look="plain" onClick={onDone}>
            Leave it
          </Button>
        )}
      </div>
    </form>
  );
}

/** By its beginning, or the beginning of one of its words. */
function isBegunBy(name: string, begun: string): boolean {
  return name.startsWith(begun) || name.split(' ').some((word) => begun !== '' && word.startsWith(begun));
}
