'use client';

import { useState, useTransition } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { CommentForm } from '@/components/talk/comment-form';
import { CommentWords } from '@/components/talk/comment-words';
import { Instant } from '@/components/ui/instant';
import type { ActionError, ActionResult } from '@/lib/server/errors';
import { settleThread, withdrawComment } from '@/lib/talk/actions';
import type { TalkSubject } from '@/lib/talk/schema';
import type { CommentView, TalkView, ThreadView } from '@/lib/talk/view';

type Props = {
  readonly engagementId: string;
  readonly subject: TalkSubject;
  readonly talk: TalkView;
  readonly title?: string;
};

/** The threads about one row: the open ones in full, the settled ones folded away. */
export function Threads({ engagementId, subject, talk, title = 'Talk' }: Props) {
  const threads = talk.threads[subject.id] ?? [];
  const open = threads.filter(({ resolved }) => !resolved);
  const settled = threads.filter(({ resolved }) => resolved);
  const shown = (thread: ThreadView) => (
    <li key={thread.id} className="rounded-md border border-rule p-3">
      <Thread engagementId={engagementId} subject={subject} talk={talk} thread={thread} />
    </li>
  );
  return (
    <section aria-label={title}>
      <h4 className="text-base font-semibold">{title}</h4>
      {threads.length === 0 && <p className="mt-1 text-sm text-muted">Nobody has said anything yet.</p>}
      {open.length > 0 && <ul className="mt-2 space-y-3">{open.map(shown)}</ul>}
      {settled.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-11 cursor-pointer py-2.5 text-sm text-muted">
            {settled.length === 1 ? 'One settled thread' : `${settled.length} settled threads`}
          </summary>
          <ul className="space-y-3">{settled.map(shown)}</ul>
        </details>
      )}
      {talk.mayWrite && (
        <div className="mt-3">
          <CommentForm
            engagementId={engagementId}
            subject={subject}
            threadId={null}
            people={talk.people}
            label="Begin a thread"
          />
        </div>
      )}
    </section>
  );
}

const plainButton = 'min-h-11 underline underline-offset-4 hover:text-ink disabled:opacity-60 md:min-h-8';

function Thread({ engagementId, subject, talk, thread }: Props & { readonly thread: ThreadView }) {
  const [replying, setReplying] = useState(false);
  const { act, errors, pending } = useActing();
  const { resolved } = thread;
  return (
    <div className="text-sm">
      <ol className="space-y-3">
        {thread.comments.map((comment) => (
          <li key={comment.id} id={`comment-${comment.id}`}>
            <Comment engagementId={engagementId} talk={talk} comment={comment} />
          </li>
        ))}
      </ol>
      {resolved && (
        <p className="mt-3 text-xs text-muted">
          Settled by {resolved.by}, <Instant at={resolved.at} />
        </p>
      )}
      <FormErrors errors={errors} />
      {replying ? (
        <div className="mt-3">
          <CommentForm
            engagementId={engagementId}
            subject={subject}
            threadId={thread.id}
            people={talk.people}
            label="Your reply"
            onDone={() => setReplying(false)}
          />
        </div>
      ) : (
        talk.mayWrite && (
          <div className="mt-2 flex gap-4 text-muted print:hidden">
            {!resolved && (
              <button type="button" className={plainButton} onClick={() => setReplying(true)}>
                Reply
              </button>
            )}
            <button
              type="button"
              className={plainButton}
              disabled={pending}
              onClick={() => act(() => settleThread({ engagementId, threadId: thread.id, resolved: !resolved }))}
            >
              {resolved ? 'Reopen' : 'Settle'}
            </button>
          </div>
        )
      )}
    </div>
  );
}

function Comment({
  engagementId,
  talk,
  comment,
}: {
  readonly engagementId: string;
  readonly talk: TalkView;
  readonly comment: CommentView;
}) {
  const { act, errors, pending } = useActing();
  return (
    <>
      <p className="text-xs text-muted">
        <span className="font-medium text-ink">{comment.by}</span>, <Instant at={comment.at} />
        {comment.mine && comment.body !== null && talk.mayWrite && (
          <button
            type="button"
            disabled={pending}
            className={`ml-3 ${plainButton} print:hidden`}
            onClick={() => act(() => withdrawComment({ engagementId, commentId: comment.id }))}
          >
            Withdraw
          </button>
        )}
      </p>
      {comment.body === null ? (
        <p className="mt-0.5 text-muted italic">Withdrawn</p>
      ) : (
        <CommentWords body={comment.body} people={talk.people} />
      )}
      <FormErrors errors={errors} />
    </>
  );
}

function useActing() {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const act = (run: () => Promise<ActionResult<unknown>>) =>
    startTransition(async () => {
      const answer = await run();
      setErrors(answer.ok ? [] : answer.errors);
    });
  return { act, errors, pending };
}
