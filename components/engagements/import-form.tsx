'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { FileDrop } from '@/components/engagements/file-drop';
import { ModelPreview } from '@/components/engagements/model-preview';
import { clientFrom, type FileOutcome, type ReadFile, readFile } from '@/components/engagements/read-file';
import { Remarks } from '@/components/engagements/remarks';
import { FormErrors } from '@/components/forms/form-errors';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { importEngagement } from '@/lib/engagements/actions';
import type { ActionError, ActionResult } from '@/lib/server/errors';

type Import = (input: { client: string; file: string }) => Promise<ActionResult<string>>;

/**
 * A model file or a filled-in worksheet, dropped or chosen, and read in the browser first: what is wrong is named
 * before anything is sent. `importModel` makes an engagement of a model file's text and answers its id; `client` is
 * what is known already of whose deal it is.
 */
export function ImportForm({
  importModel = importEngagement,
  client: known = '',
}: {
  importModel?: Import;
  client?: string;
}) {
  const router = useRouter();
  const [outcome, setOutcome] = useState<FileOutcome | null>(null);
  const [client, setClient] = useState(known);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [created, setCreated] = useState(false);
  const [pending, startTransition] = useTransition();
  const newest = useRef<File>(null);

  async function take(file: File) {
    newest.current = file;
    setErrors([]);
    const found = await readFile(file);
    // Another file was dropped while this one was being read.
    if (newest.current !== file) return;
    setOutcome(found);
    if ('read' in found) setClient((typed) => typed || found.read.client);
  }

  function send(text: string) {
    startTransition(async () => {
      const answer = await importModel({ client, file: text });
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
      {outcome && 'problems' in outcome && (
        <Remarks tone="bad" title={`${outcome.name} could not be read as it is`} remarks={outcome.problems} live />
      )}
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
          <Unread worksheet={outcome.read.worksheet} />
          <TextField
            label="Client"
            help={helpFor(outcome.read, client)}
            autoComplete="off"
            value={client}
            onChange={(event) => setClient(event.target.value)}
            error={errors.find((error) => error.field === 'client')?.message}
          />
          <FormErrors errors={errors.filter((error) => error.field !== 'client')} />
          <Button type="submit" disabled={pending || created}>
            {pending || created ? 'Importing…' : nameOfImport(outcome.read)}
          </Button>
        </form>
      )}
    </div>
  );
}

/** The cells of a worksheet that an import would leave out, or take otherwise than they stand. */
function Unread({ worksheet }: { worksheet: ReadFile['worksheet'] }) {
  if (!worksheet) return null;
  const { problems, notes } = worksheet;
  return (
    <>
      {problems.length > 0 && (
        <Remarks
          tone="warn"
          title={`${cells(problems.length)} could not be read; the lines they stand in are left out`}
          remarks={problems}
          live
        />
      )}
      {notes.length > 0 && <Remarks tone="plain" title="Taken with a remark" remarks={notes} />}
    </>
  );
}

function cells(count: number): string {
  return count === 1 ? 'One cell' : `${count} cells`;
}

function nameOfImport({ worksheet }: ReadFile): string {
  return worksheet && worksheet.problems.length > 0 ? 'Import without them' : 'Import and read its line';
}

function helpFor({ name, worksheet }: ReadFile, client: string): string {
  if (worksheet) return 'Whose deal this is, as the worksheet says. Correct it where it is wrong.';
  return client !== '' && client === clientFrom(name)
    ? 'Taken from the file’s name, since the file does not say whose deal this is. Correct it where it is wrong.'
    : 'The file does not say whose deal this is.';
}
