'use client';

import { useState, useTransition } from 'react';
import { AlternativeForm } from '@/components/alternatives/alternative-form';
import { CombineForm } from '@/components/alternatives/combine-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import {
  addAlternative,
  changeAlternative,
  chooseAlternative,
  combineAlternatives,
  removeAlternative,
} from '@/lib/alternatives/actions';
import type { BenchView } from '@/lib/lines/view';
import type { Model } from '@/lib/model/types';
import type { ActionError, ActionResult } from '@/lib/server/errors';

type Current = BenchView['alternatives'][number];
const linkClass = 'min-h-11 text-sm text-accent underline underline-offset-4 hover:no-underline disabled:opacity-60';

type Open = 'new' | 'copy' | 'combine' | 'change' | 'remove' | null;

/** What one can do with the alternative in hand, and how another begins. */
export function AlternativeActions({
  view,
  model,
  current,
  onTake,
}: {
  readonly view: BenchView;
  /** As it stands on the bench. */
  readonly model: Model;
  readonly current: Current;
  readonly onTake: (key: string) => void;
}) {
  const [open, setOpen] = useState<Open>(null);
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const [pending, startTransition] = useTransition();
  const { engagementId, may } = view;
  const about = { engagementId, alternativeId: current.id };

  function run<T>(act: () => Promise<ActionResult<T>>, done?: (value: T) => void) {
    startTransition(async () => {
      const answer = await act();
      setErrors(answer.ok ? [] : answer.errors);
      if (!answer.ok) return;
      setOpen(null);
      done?.(answer.value);
    });
  }

  if (!may.writeAlternative && !may.choose) return null;
  return (
    <div className="mt-3 flex flex-wrap gap-x-5 gap-y-1 print:hidden">
      {may.choose && current.key !== view.chosen && (
        <button
          type="button"
          className={linkClass}
          disabled={pending}
          onClick={() => run(() => chooseAlternative(about))}
        >
          Choose as BATNA
        </button>
      )}
      {may.writeAlternative &&
        (
          [
            ['change', 'Rename'],
            ['copy', 'Duplicate'],
            ['remove', 'Remove'],
            ['new', 'New alternative'],
            ...(view.alternatives.length > 1 ? ([['combine', 'Combine']] as const) : []),
          ] as const
        ).map(([what, words]) => (
          <button
            key={what}
            type="button"
            className={linkClass}
            onClick={() => {
              setErrors([]);
              setOpen(what);
            }}
          >
            {words}
          </button>
        ))}
      {open === null &&
        errors.map((error) => (
          <Notice key={error.message} tone="bad" live>
            {error.message}
          </Notice>
        ))}
      {(open === 'new' || open === 'copy') && (
        <Dialog title={open === 'new' ? 'New alternative' : `Duplicate ${current.label}`} onClose={() => setOpen(null)}>
          <AlternativeForm
            initial={
              open === 'new'
                ? { label: '', kind: 'competitor' }
                : { label: `${current.label}, copy`, kind: current.kind }
            }
            submitWords={open === 'new' ? 'Add it' : 'Duplicate it'}
            errors={errors}
            pending={pending}
            onCancel={() => setOpen(null)}
            onSubmit={(values) =>
              run(
                () => addAlternative({ engagementId, ...values, from: open === 'copy' ? current.id : null }),
                ({ key }) => onTake(key),
              )
            }
          />
        </Dialog>
      )}
      {open === 'combine' && (
        <Dialog wide title="Combine alternatives, workload by workload" onClose={() => setOpen(null)}>
          <CombineForm
            view={view}
            model={model}
            errors={errors}
            pending={pending}
            onCancel={() => setOpen(null)}
            onSubmit={(values) =>
              run(
                () => combineAlternatives({ engagementId, ...values }),
                ({ key }) => onTake(key),
              )
            }
          />
        </Dialog>
      )}
      {open === 'change' && (
        <Dialog title="Rename the alternative" onClose={() => setOpen(null)}>
          <AlternativeForm
            initial={{ label: current.label, kind: current.kind }}
            submitWords="Save"
            errors={errors}
            pending={pending}
            onCancel={() => setOpen(null)}
            onSubmit={(values) => run(() => changeAlternative({ ...about, version: current.version, ...values }))}
          />
        </Dialog>
      )}
      {open === 'remove' && (
        <Dialog title={`Remove ${current.label}?`} onClose={() => setOpen(null)}>
          <p className="mt-3">
            It leaves the comparison with its {current.lines.length} lines. The activity keeps what was said in it.
          </p>
          {errors.map((error) => (
            <div key={error.message} className="mt-3">
              <Notice tone="bad" live>
                {error.message}
              </Notice>
            </div>
          ))}
          <div className="mt-5 flex gap-3">
            <Button
              look="danger"
              disabled={pending}
              onClick={() => run(() => removeAlternative({ ...about, version: current.version }))}
            >
              Remove it
            </Button>
            <Button look="quiet" onClick={() => setOpen(null)}>
              Keep it
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
