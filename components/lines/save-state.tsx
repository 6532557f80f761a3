import { CircleAlert, CircleCheck, CloudOff, LoaderCircle, PencilLine } from 'lucide-react';
import type { Saving } from '@/components/lines/use-bench';

const looks = {
  saved: { Icon: CircleCheck, tone: 'text-good' },
  saving: { Icon: LoaderCircle, tone: 'text-muted' },
  waiting: { Icon: PencilLine, tone: 'text-warn' },
  refused: { Icon: CircleAlert, tone: 'text-bad' },
  terms: { Icon: CircleAlert, tone: 'text-bad' },
  offline: { Icon: CloudOff, tone: 'text-warn' },
  stopped: { Icon: CircleAlert, tone: 'text-bad' },
} as const;

const retryable: readonly Saving['state'][] = ['refused', 'offline', 'stopped'];

/** Whether what was typed has been saved. Always in sight. */
export function SaveState({ saving, retry }: { readonly saving: Saving; readonly retry: () => void }) {
  const { Icon, tone } = looks[saving.state];
  return (
    <div className="pointer-events-none sticky top-0 z-50 flex justify-end max-md:justify-start md:-mt-10 print:static">
      <p
        role="status"
        className={`pointer-events-auto flex items-center gap-1.5 rounded-md bg-paper py-1.5 pl-2 text-sm ${tone}`}
      >
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        <span>{wordsOf(saving)}</span>
        {retryable.includes(saving.state) && (
          <button type="button" onClick={retry} className="min-h-8 underline underline-offset-4">
            Try now
          </button>
        )}
      </p>
    </div>
  );
}

function wordsOf(saving: Saving): string {
  switch (saving.state) {
    case 'saved':
      return 'All changes saved';
    case 'saving':
      return 'Saving …';
    case 'waiting':
      return `${lines(saving.lines)} not saved yet: see the marked cells`;
    case 'refused':
      return `${lines(saving.lines)} could not be saved: see the marked cells`;
    case 'terms':
      return saving.terms === 1
        ? 'One term could not be saved: see its field'
        : `${saving.terms} terms could not be saved: see their fields`;
    case 'offline':
      return `The portal cannot be reached. ${lines(saving.lines)} kept here, to be sent when it can`;
    case 'stopped':
      return `Nothing is being saved: ${saving.why}`;
  }
}

function lines(count: number): string {
  return count === 1 ? 'One line' : `${count} lines`;
}
