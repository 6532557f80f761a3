'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { FileDrop } from '@/components/engagements/file-drop';
import { ModelPreview } from '@/components/engagements/model-preview';
import { FormErrors } from '@/components/forms/form-errors';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { importEngagement } from '@/lib/engagements/actions';
import type { Model } from '@/lib/model/types';
import { MAX_MODEL_BYTES, parseModelText } from '@/lib/model-file/parse';
import type { Problem } from '@/lib/model-file/problems';
import type { ActionError } from '@/lib/server/errors';

type Read = { readonly name: string; readonly text: string; readonly model: Model };
type Outcome = { readonly read: Read } | { readonly name: string; readonly problems: readonly Problem[] };

/** A model file dropped in or chosen, read in the browser first: what is wrong is named before anything is sent. */
export function ImportForm() {
  const router = useRouter();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [client, setClient] = useState('');
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [created, setCreated] = useState(false);
  const [pending, startTransition] = useTransition();
  const newest = useRef<File>(null);

  async function take(file: File) {
    newest.current = file;
    setErrors([]);
    const found = await outcomeOf(file);
    // Another file was dropped while this one was being read.
    if (newest.current !== file) return;
    setOutcome(found);
    if ('read' in found) setClient((typed) => typed || clientFrom(file.name));
  }

  function send(text: string) {
    startTransition(async () => {
      const answer = await importEngagement({ client, file: text });
      if (answer.ok) {
        setCreated(true);
        router.push(`/engagements/${answer.value}`);
      } else {
        setErrors(answer.errors);
      }
    });
  }

  return (
    <div className="mt-5 space-y-5">
      <FileDrop onFile={(file) => void take(file)} />
      {outcome && 'problems' in outcome && <Problems name={outcome.name} problems={outcome.problems} />}
      {outcome && 'read' in outcome && (
        <form
          className="space-y-5 rounded-lg border border-rule bg-surface p-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send(outcome.read.text);
          }}
        >
          <ModelPreview name={outcome.read.name} model={outcome.read.model} />
          <TextField
            label="Client"
            help={
              client !== '' && client === clientFrom(outcome.read.name)
                ? 'Taken from the file’s name, since the file does not say whose deal this is. Correct it where it is wrong.'
                : 'The file does not say whose deal this is.'
            }
            autoComplete="off"
            value={client}
            onChange={(event) => setClient(event.target.value)}
            error={errors.find((error) => error.field === 'client')?.message}
          />
          <FormErrors errors={errors.filter((error) => error.field !== 'client')} />
          <Button type="submit" disabled={pending || created}>
            {pending || created ? 'Importing…' : 'Import and read its line'}
          </Button>
        </form>
      )}
    </div>
  );
}

async function outcomeOf(file: File): Promise<Outcome> {
  const { name } = file;
  if (file.size > MAX_MODEL_BYTES) {
    return { name, problems: [{ path: 'the file', message: 'too large for a model file: 8 MB at most' }] };
  }
  try {
    const text = await file.text();
    const parsed = parseModelText(text);
    return parsed.ok ? { read: { name, text, model: parsed.model } } : { name, problems: parsed.problems };
  } catch {
    return { name, problems: [{ path: 'the file', message: 'cannot be read; is it a folder?' }] };
  }
}

/** A first guess at the client: what the file is called, as words. */
function clientFrom(fileName: string): string {
  return fileName
    .replace(/(\.walk-position)?\.json$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim();
}

function Problems({ name, problems }: { name: string; problems: readonly Problem[] }) {
  return (
    <Notice tone="bad" title={`${name} could not be read as it is`} live>
      <ul className="mt-1 list-disc pl-5">
        {problems.slice(0, 20).map((problem) => (
          <li key={`${problem.path} ${problem.message}`} className="wrap-anywhere">
            <code>{problem.path}</code>: {problem.message}
          </li>
        ))}
      </ul>
      {problems.length > 20 && <p className="mt-1">and {problems.length - 20} more.</p>}
    </Notice>
  );
}
