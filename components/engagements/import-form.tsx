'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, useId, useState, useTransition } from 'react';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { importEngagement } from '@/lib/engagements/actions';
import { formatDate } from '@/lib/format/dates';
import type { Model } from '@/lib/model/types';
import { MAX_MODEL_BYTES, parseModelText } from '@/lib/model-file/parse';
import type { ActionError } from '@/lib/server/errors';

type Read = { name: string; text: string; model: Model };
type Problem = { path: string; message: string };

/** A model file dropped in or chosen, read in the browser first: what is wrong is named before anything is sent. */
export function ImportForm() {
  const router = useRouter();
  const inputId = useId();
  const [read, setRead] = useState<Read | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [client, setClient] = useState('');
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [over, setOver] = useState(false);
  const [pending, startTransition] = useTransition();

  async function take(file: File | undefined) {
    if (!file) return;
    setErrors([]);
    setRead(null);
    if (file.size > MAX_MODEL_BYTES) {
      setProblems([{ path: file.name, message: 'is too large for a model file (8 MB at most)' }]);
      return;
    }
    const text = await file.text();
    const parsed = parseModelText(text);
    if (!parsed.ok) {
      setProblems(parsed.problems);
      return;
    }
    setProblems([]);
    setRead({ name: file.name, text, model: parsed.model });
    setClient((typed) => typed || file.name.replace(/\.json$/i, ''));
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  }

  function send() {
    if (!read) return;
    startTransition(async () => {
      const answer = await importEngagement({ client, file: read.text });
      if (answer.ok) router.push(`/engagements/${answer.value}`);
      else setErrors(answer.errors);
    });
  }

  return (
    <div className="mt-5 space-y-5">
      <label
        htmlFor={inputId}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`block cursor-pointer rounded-lg border-2 border-dashed px-6 py-10 text-center focus-within:border-accent ${over ? 'border-accent bg-good-ground' : 'border-strong-rule bg-surface hover:bg-sunken'}`}
      >
        <span className="font-medium">Drop a model file here, or choose one</span>
        <span className="mt-1 block text-sm text-muted">JSON, walk-position/model@1, at most 8 MB</span>
        <input
          id={inputId}
          type="file"
          accept=".json,application/json"
          className="sr-only"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {problems.length > 0 && (
        <Notice tone="bad" title="This file could not be read as it is" live>
          <ul className="mt-1 list-disc pl-5">
            {problems.slice(0, 20).map((problem) => (
              <li key={`${problem.path} ${problem.message}`}>
                <code className="break-all">{problem.path}</code>: {problem.message}
              </li>
            ))}
          </ul>
          {problems.length > 20 && <p className="mt-1">and {problems.length - 20} more.</p>}
        </Notice>
      )}
      {read && (
        <div className="space-y-5 rounded-lg border border-rule bg-surface p-5">
          <Preview read={read} />
          <TextField
            label="Client"
            help="The file does not say whose deal this is."
            value={client}
            onChange={(event) => setClient(event.target.value)}
            error={errors.find((error) => error.field === 'client')?.message}
          />
          {errors
            .filter((error) => error.field !== 'client')
            .map((error) => (
              <Notice key={error.message} tone="bad" live>
                {error.message}
              </Notice>
            ))}
          <Button onClick={send} disabled={pending}>
            {pending ? 'Importing…' : 'Import and read its line'}
          </Button>
        </div>
      )}
    </div>
  );
}

function Preview({ read: { name, model } }: { read: Read }) {
  const lineCount = (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`;
  return (
    <div aria-live="polite">
      <p className="font-medium break-all">{name}</p>
      <ul className="mt-2 space-y-1 text-sm text-muted">
        <li>
          {model.currency}, renewal {formatDate(model.renewalDate)}, {model.horizonMonths} months
        </li>
        <li>
          Offer “{model.offer.label}”: {lineCount(model.offer.lines.length)}
        </li>
        {model.alternatives.map((alternative) => (
          <li key={alternative.id}>
            Alternative “{alternative.label}”: {lineCount(alternative.lines.length)}
            {alternative.id === model.chosen && ', the chosen one'}
          </li>
        ))}
        {model.threshold && <li>A threshold, kept as a proposal until leadership approves it here</li>}
      </ul>
    </div>
  );
}
