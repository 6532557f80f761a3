'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useRef, useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextArea, TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { acceptedExtensions } from '@/lib/evidence/accepted';
import { addLink, addNote } from '@/lib/evidence/actions';
import type { EvidenceSubject } from '@/lib/evidence/schema';
import type { ActionError, ActionResult } from '@/lib/server/errors';

type On = { readonly engagementId: string; readonly subject: EvidenceSubject };

/** Three ways to add evidence: files, a link, a note. What was typed stays until it has arrived. */
export function AddEvidence(on: On) {
  const [open, setOpen] = useState<'link' | 'note' | null>(null);
  const ways = useRef<HTMLDivElement>(null);

  /** The form goes, and the focus with it back to what opened it. */
  function close() {
    ways.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpen(null);
  }

  return (
    <div className="mt-3 print:hidden">
      <div ref={ways} className="flex flex-wrap items-center gap-2">
        <AddFiles {...on} />
        <Button look="quiet" aria-expanded={open === 'link'} onClick={() => setOpen(open === 'link' ? null : 'link')}>
          Add a link
        </Button>
        <Button look="quiet" aria-expanded={open === 'note'} onClick={() => setOpen(open === 'note' ? null : 'note')}>
          Add a note
        </Button>
      </div>
      {open === 'link' && (
        <Adding send={(typed) => addLink({ ...on, url: typed.url ?? '', title: typed.title ?? '' })} done={close}>
          {(at) => (
            <>
              <TextField name="url" label="Address" placeholder="https://" inputMode="url" error={at('url')} />
              <TextField name="title" label="What it is (optional)" error={at('title')} />
            </>
          )}
        </Adding>
      )}
      {open === 'note' && (
        <Adding send={(typed) => addNote({ ...on, note: typed.note ?? '' })} done={close}>
          {(at) => <TextArea name="note" label="What it rests on" rows={3} error={at('note')} />}
        </Adding>
      )}
    </div>
  );
}

function Adding({
  send,
  done,
  children,
}: {
  readonly send: (typed: Readonly<Record<string, string>>) => Promise<ActionResult<string>>;
  readonly done: () => void;
  readonly children: (at: (field: string) => string | undefined) => ReactNode;
}) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  return (
    <form
      noValidate
      className="mt-3 grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = Object.fromEntries(
          [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
        );
        startTransition(async () => {
          const answer = await send(typed);
          if (answer.ok) done();
          else setErrors(answer.errors);
        });
      }}
    >
      <FormErrors errors={errors.filter(({ field }) => !field)} />
      {children((field) => errors.find((error) => error.field === field)?.message)}
      <div>
        <Button type="submit" disabled={pending}>
          {pending ? 'Adding…' : 'Add'}
        </Button>
      </div>
    </form>
  );
}

/** Files go one after the other; what could not be taken is named with its reason. */
function AddFiles({ engagementId, subject }: On) {
  const router = useRouter();
  const id = useId();
  const [state, setState] = useState<{ readonly busy: string | null; readonly problems: readonly string[] }>({
    busy: null,
    problems: [],
  });

  async function sendAll(files: readonly File[]) {
    let problems: readonly string[] = [];
    for (const file of files) {
      setState({ busy: file.name, problems });
      const problem = await send(engagementId, subject, file);
      if (problem) problems = [...problems, `${file.name}: ${problem}`];
    }
    setState({ busy: null, problems });
    router.refresh();
  }

  return (
    <div className="min-w-0">
      <label
        htmlFor={id}
        className="inline-flex min-h-11 cursor-pointer items-center rounded-md border border-strong-rule bg-surface px-4 py-2 text-sm font-medium hover:bg-sunken has-focus-visible:outline-2"
      >
        {state.busy ? 'Sending…' : 'Add files'}
        <input
          id={id}
          type="file"
          multiple
          accept={acceptedExtensions.join(',')}
          disabled={state.busy !== null}
          className="sr-only"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) void sendAll(files);
          }}
        />
      </label>
      <p role="status" className="sr-only">
        {state.busy && `Sending ${state.busy}`}
      </p>
      {state.problems.length > 0 && (
        <div role="alert" className="mt-2 text-sm font-medium text-bad">
          {state.problems.map((problem) => (
            <p key={problem} className="break-words">
              {problem}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

const megabyte = 1024 * 1024;

/** Why a file was not taken; null where it was. */
async function send(engagementId: string, subject: EvidenceSubject, file: File): Promise<string | null> {
  if (file.size > 20 * megabyte) return 'larger than 20 MB.';
  try {
    const response = await fetch(`/api/files/${engagementId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-attached-to': `${subject.kind}:${subject.id}`,
        'x-file-name': encodeURIComponent(file.name),
      },
      body: file,
    });
    if (response.ok) return null;
    const answer: unknown = await response.json().catch(() => null);
    const message = answer && typeof answer === 'object' && 'message' in answer ? answer.message : null;
    return typeof message === 'string' ? message : 'it could not be sent. Load the page again, then try once more.';
  } catch {
    return 'the portal could not be reached. Try again when you are connected.';
  }
}
