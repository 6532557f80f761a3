import { Threads } from '@/components/talk/threads';
import type { TalkView } from '@/lib/talk/view';

/** What leadership and its advisors say about the threshold, to each other. */
export function ThresholdTalk({ engagementId, talk }: { engagementId: string; talk: TalkView }) {
  return (
    <div id="talk" className="mt-10 max-w-2xl scroll-mt-6 border-t border-rule pt-6 print:hidden">
      <Threads
        title="Talk about the threshold"
        engagementId={engagementId}
        subject={{ kind: 'threshold', id: engagementId }}
        talk={talk}
      />
    </div>
  );
}
