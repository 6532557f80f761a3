'use client';

import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { inputClass } from '@/components/forms/text-field';
import { StarterTopic } from '@/components/starter/starter-topic';
import { Words } from '@/components/starter/words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Draft, fieldsOfDraft } from '@/lib/lines/drafts';
import type { About, LineFields } from '@/lib/lines/fields';
import { fieldsOfSuggestion, type Topic } from '@/lib/starter/suggestion';
import { runTopics, switchingTopics } from '@/lib/starter/topics';
import { workloads } from '@/lib/starter/workloads';

type Props = {
  readonly about: About;
  /** The lines that are there already. */
  readonly drafts: readonly Draft[];
  readonly onAdd: (lines: readonly LineFields[]) => void;
};

/** Offers the lines that leaving usually needs, with what belongs in each and where its figure comes from. */
export function StarterLibrary(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" className="md:min-h-9 md:px-3 md:py-1" onClick={() => setOpen(true)}>
        <BookOpen aria-hidden="true" className="size-4" /> Starter library
      </Button>
      {open && (
        <Dialog wide title="Starter library" onClose={() => setOpen(false)}>
          <Choosing {...props} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

const parts: readonly { readonly title: string; readonly topics: readonly Topic[] }[] = [
  { title: 'What runs from then on', topics: runTopics },
  { title: 'What the change takes', topics: switchingTopics },
];

function Choosing({ about, drafts, onAdd, onClose }: Props & { readonly onClose: () => void }) {
  const [workload, setWorkload] = useState('');
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const chosen = [...runTopics, ...switchingTopics].filter(({ category }) => taken.has(category));
  const count = chosen.reduce((sum, { lines }) => sum + lines.length, 0);
  const counts = countsOf(drafts);
  const named = workloads.find(({ name }) => name === workload);

  function add() {
    onAdd(
      chosen.flatMap(({ category, lines }) =>
        lines.map((line) => fieldsOfSuggestion(line, category, workload || null, about)),
      ),
    );
    onClose();
  }

  return (
    <>
      <p className="mt-2 max-w-2xl text-sm text-muted">
        What leaving usually costs. Every figure starts blank, since nobody publishes a price for your case; what others
        published is shown with its source and date, to compare. A line is saved, and seen by others, once it has its
        figure.
      </p>
      <label className="mt-4 block max-w-sm text-sm font-medium">
        Workload
        <select
          data-first
          className={inputClass}
          value={workload}
          onChange={(event) => setWorkload(event.target.value)}
        >
          <option value="">all of it</option>
          {workloads.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {named && (
        <div aria-live="polite" className="mt-3 rounded-md bg-sunken p-3">
          <Words {...named} />
        </div>
      )}
      {parts.map(({ title, topics }) => (
        <fieldset key={title} className="mt-6">
          <legend className="text-lg font-medium">{title}</legend>
          <ul className="mt-2 grid gap-x-8 md:grid-cols-2">
            {topics.map((topic) => (
              <StarterTopic
                key={topic.category}
                topic={topic}
                count={counts.get(topic.category) ?? 0}
                taken={taken.has(topic.category)}
                onTake={(wanted) => setTaken(toggled(taken, topic.category, wanted))}
              />
            ))}
          </ul>
        </fieldset>
      ))}
      <div className="sticky -bottom-6 -mx-6 mt-6 -mb-6 flex flex-wrap items-center gap-3 border-t border-rule bg-surface px-6 py-4">
        <Button disabled={count === 0} onClick={add}>
          {count === 0 ? 'Add lines' : count === 1 ? 'Add one line' : `Add ${count} lines`}
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </>
  );
}

/** How many lines there are of each category. */
function countsOf(drafts: readonly Draft[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    const { category } = fieldsOfDraft(draft);
    if (category) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return counts;
}

function toggled(taken: ReadonlySet<string>, category: string, wanted: boolean): ReadonlySet<string> {
  const next = new Set(taken);
  if (wanted) next.add(category);
  else next.delete(category);
  return next;
}
