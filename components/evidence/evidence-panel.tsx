'use client';

import { FileText, Link as LinkIcon, StickyNote, Trash2 } from 'lucide-react';
import Image from 'next/image';
import { useState, useTransition } from 'react';
import { AddEvidence } from '@/components/evidence/add-evidence';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Instant } from '@/components/ui/instant';
import { removeEvidence } from '@/lib/evidence/actions';
import type { EvidenceSubject } from '@/lib/evidence/schema';
import type { EvidenceView } from '@/lib/evidence/view';
import type { ActionError } from '@/lib/server/errors';

const icons = { file: FileText, link: LinkIcon, note: StickyNote };

/** What a row rests on: files to open, links to follow, notes to read; and, for whoever may, a way to add more. */
export function EvidencePanel({
  engagementId,
  subject,
  evidence,
  mayAttach,
}: {
  readonly engagementId: string;
  readonly subject: EvidenceSubject;
  readonly evidence: readonly EvidenceView[];
  readonly mayAttach: boolean;
}) {
  return (
    <section aria-label="Evidence">
      <h4 className="text-base font-semibold">Evidence</h4>
      {evidence.length === 0 ? (
        <p className="mt-1 text-sm text-muted">Nothing yet.</p>
      ) : (
        <ul className="mt-2 divide-y divide-rule">
          {evidence.map((piece) => (
            <li key={piece.id} className="py-2 first:pt-0">
              <Piece engagementId={engagementId} piece={piece} />
            </li>
          ))}
        </ul>
      )}
      {mayAttach && <AddEvidence engagementId={engagementId} subject={subject} />}
    </section>
  );
}

function Piece({ engagementId, piece }: { readonly engagementId: string; readonly piece: EvidenceView }) {
  const [asking, setAsking] = useState(false);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const Icon = icons[piece.kind];
  const address = `/api/files/${engagementId}/${piece.id}`;
  const remove = () =>
    startTransition(async () => {
      const answer = await removeEvidence({ engagementId, evidenceId: piece.id });
      setErrors(answer.ok ? [] : answer.errors);
    });
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden="true" className="mt-1 size-4 shrink-0 text-muted" />
      <div className="min-w-0 grow text-sm">
        {piece.kind === 'file' && (
          <a href={address} download className="font-medium break-words underline underline-offset-4">
            {piece.title}
          </a>
        )}
        {piece.kind === 'link' && piece.url && (
          <p className="break-words">
            <a
              href={piece.url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="font-medium underline underline-offset-4"
            >
              {piece.title}
            </a>
            <span className="text-muted"> leads to {new URL(piece.url).host}</span>
          </p>
        )}
        {piece.kind === 'note' && <p className="whitespace-pre-line break-words">{piece.title}</p>}
        <p className="text-xs text-muted">
          {piece.what && `${piece.what}, ${sizeInWords(piece.size ?? 0)} · `}
          {piece.by}, <Instant at={piece.at} />
        </p>
        {piece.picture && (
          <Image
            src={`${address}/preview`}
            alt={piece.title}
            width={480}
            height={320}
            className="mt-2 h-auto max-h-48 w-auto max-w-full rounded border border-rule bg-sunken object-contain"
          />
        )}
        <FormErrors errors={errors} />
      </div>
      {piece.mayRemove && (
        <button
          type="button"
          aria-label={`Take away ${piece.title}`}
          onClick={() => setAsking(true)}
          className="-my-1 flex size-11 shrink-0 items-center justify-center rounded text-muted hover:bg-sunken hover:text-bad md:size-8 print:hidden"
        >
          <Trash2 aria-hidden="true" className="size-4" />
        </button>
      )}
      {asking && (
        <Dialog title="Take this evidence away?" onClose={() => setAsking(false)}>
          <p className="mt-2 break-words">{piece.title}</p>
          <p className="mt-2 text-sm text-muted">
            {piece.kind === 'file' ? 'Its content is deleted and cannot be brought back. ' : ''}
            The trail keeps that it was here.
          </p>
          <div className="mt-5 flex gap-3">
            <Button
              look="danger"
              disabled={pending}
              onClick={() => {
                setAsking(false);
                remove();
              }}
            >
              Take it away
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function sizeInWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1) return `${bytes} bytes`;
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
