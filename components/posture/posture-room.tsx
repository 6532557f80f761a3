'use client';

import { Brief } from '@/components/posture/brief';
import { Contacts } from '@/components/posture/contacts';
import { Register } from '@/components/posture/register';
import { Summary } from '@/components/posture/summary';
import { TestsOfTheWalk } from '@/components/posture/tests-of-the-walk';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/format/dates';
import type { PostureView } from '@/lib/posture/view';

const parts = [
  ['summary', 'Summary'],
  ['brief', 'Brief'],
  ['contacts', 'Contacts'],
  ['register', 'What they have seen'],
  ['tests', 'Tests'],
] as const;

/** What Microsoft may see, has seen and has heard: evident, and not spoken. */
export function PostureRoom({ view }: { view: PostureView }) {
  const open = view.contacts.filter(({ tooEarly, recovery }) => tooEarly && !recovery);
  return (
    <div className="max-w-4xl">
      <h1 className="text-4xl">Posture</h1>
      <p className="mt-2 text-muted">
        What Microsoft may see, what they have seen, and what is said to them. The walk is strongest evident and
        unspoken.
      </p>
      <nav aria-label="Parts of this room" className="mt-4 flex flex-wrap gap-x-5 print:hidden">
        {parts.map(([id, name]) => (
          <a
            key={id}
            href={`#${id}`}
            className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4"
          >
            {name}
          </a>
        ))}
      </nav>
      {open.length > 0 && (
        <div className="mt-4">
          <Notice tone="bad" live title="The walk was spoken before it was credible.">
            <ul>
              {open.map(({ id, withWhom, heldOn }) => (
                <li key={id}>
                  <a href={`#contact-${id}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
                    {withWhom}, {formatDate(heldOn)}: how to recover
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <Summary view={view} />
      <Brief view={view} />
      <Contacts view={view} />
      <Register view={view} />
      <TestsOfTheWalk view={view} />
    </div>
  );
}
