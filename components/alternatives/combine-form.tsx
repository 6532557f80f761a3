'use client';

import { useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { combinable } from '@/lib/alternatives/combine';
import { formatMoneyCompact } from '@/lib/format/money';
import type { BenchView } from '@/lib/lines/view';
import type { Model } from '@/lib/model/types';
import type { ActionError } from '@/lib/server/errors';

type Part = { readonly workload: string; readonly from: string };

/** For each workload, whose lines the new alternative takes: each choice with what it costs. */
export function CombineForm({
  view,
  model,
  errors,
  pending,
  onSubmit,
  onCancel,
}: {
  readonly view: BenchView;
  readonly model: Model;
  readonly errors: readonly ActionError[];
  readonly pending: boolean;
  readonly onSubmit: (values: { label: string; parts: readonly Part[] }) => void;
  readonly onCancel: () => void;
}) {
  const rows = combinable(model);
  const [label, setLabel] = useState('');
  const [taken, setTaken] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(rows.map(({ workload, cheapest }) => [workload, cheapest])),
  );
  const parts = rows.flatMap(({ workload }): Part[] => {
    const from = taken[workload];
    return from ? [{ workload, from }] : [];
  });
  return (
    <form
      noValidate
      className="mt-4 space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ label, parts });
      }}
    >
      <FormErrors errors={errors.filter(({ field }) => field !== 'label')} />
      <TextField
        label="Name"
        value={label}
        autoComplete="off"
        onChange={(event) => setLabel(event.target.value)}
        error={errors.find(({ field }) => field === 'label')?.message}
      />
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">Whose lines each workload takes</caption>
          <thead>
            <tr className="border-b border-rule text-left">
              <th scope="col" className="py-2 pr-3 font-medium">
                Workload
              </th>
              {view.alternatives.map((alternative) => (
                <th key={alternative.id} scope="col" className="px-3 py-2 font-medium">
                  {alternative.label}
                </th>
              ))}
              <th scope="col" className="px-3 py-2 font-medium">
                Neither
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ workload: name, costs }) => (
              <tr key={name} className="border-b border-rule">
                <th scope="row" className="py-1 pr-3 text-left font-medium">
                  {name || <span className="text-muted">Without</span>}
                </th>
                {view.alternatives.map(({ id, label: whose }, index) => {
                  const cost = costs[index] ?? null;
                  return (
                    <td key={id} className="px-3 py-1">
                      {cost === null ? (
                        <span className="text-muted">has no lines for it</span>
                      ) : (
                        <Choice
                          group={name}
                          label={`${name || 'Without a workload'} from ${whose}`}
                          words={formatMoneyCompact(cost, view.currency)}
                          checked={taken[name] === id}
                          onTake={() => setTaken({ ...taken, [name]: id })}
                        />
                      )}
                    </td>
                  );
                })}
                <td className="px-3 py-1">
                  <Choice
                    group={name}
                    label={`${name || 'Without a workload'} from neither`}
                    words="–"
                    checked={!taken[name]}
                    onTake={() => setTaken({ ...taken, [name]: '' })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-muted">
        It begins with the cheapest that has lines for it. Costs without a workload, such as contracts or a bridge,
        often belong to the whole: look at them twice.
      </p>
      <div className="flex gap-3">
        <Button type="submit" disabled={pending || parts.length === 0}>
          {pending ? 'Combining …' : 'Combine them'}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Choice({
  group,
  label,
  words,
  checked,
  onTake,
}: {
  readonly group: string;
  readonly label: string;
  readonly words: string;
  readonly checked: boolean;
  readonly onTake: () => void;
}) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        type="radio"
        name={`workload ${group}`}
        aria-label={label}
        className="size-5 accent-[var(--accent)]"
        checked={checked}
        onChange={onTake}
      />
      <span className="figures">{words}</span>
    </label>
  );
}
