import Link from 'next/link';
import { inputClass } from '@/components/forms/text-field';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActivityFilter } from '@/lib/activity/schema';
import type { ActivityView, EntryView } from '@/lib/activity/view';

/** Everything that happened, newest first, and whether the trail still hangs together. Works without script. */
export function ActivityRoom({ view, filter }: { view: ActivityView; filter: ActivityFilter }) {
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className="max-w-4xl">
      <h1 className="text-4xl">Activity</h1>
      <p className="mt-2 text-muted">
        Everything that happened here, in order. Nothing in it can be changed or taken out.
      </p>
      <div className="mt-5">
        {view.chain.broken === null ? (
          <Notice tone="good" title={`The chain holds: ${count(view.chain.entries)}, each sealed with the one before`}>
            <a
              href={`/engagements/${view.engagementId}/activity/download`}
              download
              className="underline underline-offset-4"
            >
              Download the trail
            </a>
            , to check it yourself: each row’s hash is SHA-256 over its text, its salt and the hash of the row before
            it.
          </Notice>
        ) : (
          <Notice tone="bad" title={`The chain is broken at entry ${view.chain.broken}`}>
            Somebody with access to the database itself has changed or removed entries. Tell an administrator.
          </Notice>
        )}
      </div>
      <Filter view={view} filter={filter} />
      {view.entries.length === 0 ? (
        <p className="mt-6 rounded-lg border border-rule bg-surface p-6">
          {filtered ? 'Nothing that happened fits this filter.' : 'Nothing has happened yet.'}
        </p>
      ) : (
        <ol className="mt-6 divide-y divide-rule rounded-lg border border-rule bg-surface">
          {view.entries.map((entry) => (
            <li key={entry.number} className="px-4 py-3">
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
      {view.next !== null && (
        <p className="mt-5 print:hidden">
          <Link
            href={{ query: { ...defined(filter), before: view.next } }}
            className={buttonClass('quiet')}
            prefetch={false}
          >
            Earlier
          </Link>
        </p>
      )}
    </div>
  );
}

const count = (entries: number) => `${entries.toLocaleString('en-GB')} ${entries === 1 ? 'entry' : 'entries'}`;

const defined = (filter: ActivityFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

function Filter({ view, filter }: { view: ActivityView; filter: ActivityFilter }) {
  const label = 'text-xs text-muted';
  return (
    <form className="mt-6 grid grid-cols-2 items-end gap-3 sm:grid-cols-6 print:hidden" aria-label="Filter">
      <label>
        <span className={label}>About</span>
        <select name="subject" defaultValue={filter.subject ?? ''} className={inputClass}>
          <option value="">Everything</option>
          {view.subjects.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className={label}>By</span>
        <select name="person" defaultValue={filter.person ?? ''} className={inputClass}>
          <option value="">Everybody</option>
          {view.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className={label}>From</span>
        <input type="date" name="from" defaultValue={filter.from} className={inputClass} />
      </label>
      <label>
        <span className={label}>To</span>
        <input type="date" name="to" defaultValue={filter.to} className={inputClass} />
      </label>
      <label>
        <span className={label}>Containing</span>
        <input name="text" defaultValue={filter.text} maxLength={100} className={inputClass} />
      </label>
      <Button type="submit" look="quiet">
        Filter
      </Button>
    </form>
  );
}

function Entry({ entry }: { entry: EntryView }) {
  return (
    <>
      <p>
        <span className="font-medium">{entry.who}</span> {entry.does}
        {entry.it && <> “{entry.it}”</>}
        <span className="text-sm text-muted"> · {entry.at}</span>
      </p>
      {entry.changes.length > 0 && (
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer text-muted">
            {entry.changes
              .slice(0, 4)
              .map(({ field }) => field)
              .join(', ')}
            {entry.changes.length > 4 && ` and ${entry.changes.length - 4} more`}
          </summary>
          <table className="mt-2 w-full table-fixed">
            <thead className="text-left text-muted">
              <tr>
                <th scope="col" className="w-1/4 py-1 pr-3 font-medium">
                  What
                </th>
                <th scope="col" className="py-1 pr-3 font-medium">
                  Before
                </th>
                <th scope="col" className="py-1 font-medium">
                  After
                </th>
              </tr>
            </thead>
            <tbody>
              {entry.changes.map((change) => (
                <tr key={change.field} className="border-t border-rule align-top">
                  <th scope="row" className="py-1 pr-3 text-left font-normal text-muted">
                    {change.field}
                  </th>
                  <td className="py-1 pr-3 break-words">{change.before ?? '–'}</td>
                  <td className="py-1 break-words">{change.after ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
