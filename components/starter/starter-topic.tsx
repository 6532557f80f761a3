import { useId } from 'react';
import { Words } from '@/components/starter/words';
import type { Topic } from '@/lib/starter/suggestion';

type Props = {
  readonly topic: Topic;
  /** Lines of this category that are there already. */
  readonly count: number;
  readonly taken: boolean;
  readonly onTake: (taken: boolean) => void;
};

/** One topic to take or to leave. */
export function StarterTopic({ topic, count, taken, onTake }: Props) {
  const id = useId();
  return (
    <li className="border-t border-rule py-2">
      <label className="flex min-h-11 cursor-pointer items-center gap-3 font-medium">
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          checked={taken}
          aria-describedby={id}
          onChange={(event) => onTake(event.target.checked)}
        />
        <span>{topic.category}</span>
        {topic.lines.length > 1 && <span className="text-sm font-normal text-muted">{topic.lines.length} lines</span>}
        {count > 0 && (
          <span className="ml-auto text-right text-sm font-normal text-muted">
            {count === 1 ? 'one line there already' : `${count} lines there already`}
          </span>
        )}
      </label>
      <div id={id} className="pl-8">
        <Words {...topic} />
      </div>
    </li>
  );
}
