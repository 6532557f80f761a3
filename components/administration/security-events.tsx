import Link from 'next/link';
import { inputClass } from '@/components/forms/text-field';
import { Button, buttonClass } from '@/components/ui/button';
import { type EventFilter, eventGroups, type SecurityEventView } from '@/lib/administration/view';
import { formatInstant } from '@/lib/format/dates';

/** What happened to people and walls, newest first. Works without script. */
export function SecurityEvents({
  events,
  next,
  filter,
}: {
  events: readonly SecurityEventView[];
  next: string | null;
  filter: EventFilter;
}) {
  return (
    <>
      <form className="mt-4 flex flex-wrap items-end gap-3" aria-label="Filter events">
        <label className="grow sm:grow-0">
          <span className="text-xs text-muted">About</span>
          <select name="events" defaultValue={filter.events ?? ''} className={inputClass}>
            <option value="">Everything</option>
            {Object.entries(eventGroups).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" look="quiet">
          Filter
        </Button>
      </form>
      <ol className="mt-4 divide-y divide-rule rounded-lg border border-rule bg-surface">
        {events.map((event) => (
          <li key={event.id} className="px-4 py-3">
            <p className={event.alarm ? 'font-semibold text-bad' : ''}>
              {event.alarm && 'Alarm: '}
              {event.says}
              <span className="text-sm font-normal text-muted"> · {formatInstant(event.at)}</span>
            </p>
            {event.detail && <p className="text-sm break-words text-muted">{event.detail}</p>}
          </li>
        ))}
        {events.length === 0 && <li className="px-4 py-4 text-muted">Nothing of that kind has happened.</li>}
      </ol>
      {next && (
        <p className="mt-4">
          <Link
            href={{ query: { ...(filter.events && { events: filter.events }), before: next } }}
            className={buttonClass('quiet')}
            prefetch={false}
          >
            Earlier
          </Link>
        </p>
      )}
    </>
  );
}
