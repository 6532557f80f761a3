import type { Remark } from '@/components/engagements/read-file';
import { Notice } from '@/components/ui/notice';

const most = 20;

/** What is the matter with a file, place by place. */
export function Remarks({
  tone,
  title,
  remarks,
  live = false,
}: {
  tone: 'plain' | 'warn' | 'bad';
  title: string;
  remarks: readonly Remark[];
  live?: boolean;
}) {
  return (
    <Notice tone={tone} title={title} live={live}>
      <ul className="mt-1 list-disc pl-5">
        {remarks.slice(0, most).map((remark) => (
          <li key={`${remark.path} ${remark.message}`} className="wrap-anywhere">
            <code>{remark.path}</code>: {remark.message}
          </li>
        ))}
      </ul>
      {remarks.length > most && <p className="mt-1">and {remarks.length - most} more.</p>}
    </Notice>
  );
}
