import { FiguresTable } from '@/components/charts/figures-table';
import { Picture } from '@/components/charts/picture';
import { formatDate } from '@/lib/format/dates';
import type { Since } from '@/lib/preparedness/history';
import type { ReadinessView } from '@/lib/preparedness/view';

/** The higher, the better; the shape says it without the colour. */
const heights: Readonly<Record<string, { readonly fill: string; readonly tone: string }>> = {
  absent: { fill: '12%', tone: 'bg-bad' },
  hollow: { fill: '12%', tone: 'bg-bad' },
  forming: { fill: '50%', tone: 'bg-warn' },
  real: { fill: '100%', tone: 'bg-good' },
  credible: { fill: '100%', tone: 'bg-good' },
};

type Track = { readonly name: string; readonly course: readonly Since<string>[] };

/** How the level moved, and the pillars it hangs on. */
export function LevelHistory({ view }: { view: ReadinessView }) {
  const { level, pillars } = view.history;
  const tracks: Track[] = [
    ...(level ? [{ name: 'Level', course: level }] : []),
    ...pillars.map(({ name, course }) => ({ name: name.charAt(0).toUpperCase() + name.slice(1), course })),
  ].filter(({ course }) => course.length > 0);
  const days = tracks.flatMap(({ course }) => course.map(({ on }) => on)).sort();
  const first = days[0];
  if (!first) return null;
  const total = Math.max(1, Date.parse(view.today) - Date.parse(first));
  const at = (on: string) => ((Date.parse(on) - Date.parse(first)) / total) * 100;
  const says = saidOf(tracks[0], view.today);
  return (
    <section aria-labelledby="history" className="mt-12">
      <h2 id="history" className="text-2xl">
        {level ? 'How the level moved' : 'How the pillars moved'}
      </h2>
      <p className="mt-1 max-w-3xl text-muted">{says}</p>
      <div className="mt-4 rounded-lg border border-rule bg-surface p-4 sm:p-6">
        <Picture
          alt={`${says} ${tracks.map(({ name, course }) => `${name}: ${course.map(({ on, is }) => `${is} from ${formatDate(on)}`).join(', ')}`).join('. ')}`}
          caption={
            <>
              From {formatDate(first)} to today, {formatDate(view.today)}. A full bar is real, half a one is forming, a
              line is absent.
              {!level && ' Since when leadership and the timeline stand as they do is not shown to your role.'}
            </>
          }
          table={
            <FiguresTable
              caption="What changed, and when"
              columns={['', 'From', 'Is']}
              rows={tracks.flatMap(({ name, course }) =>
                course.map(({ on, is }) => ({ key: `${name} ${on}`, head: name, cells: [formatDate(on), is] })),
              )}
            />
          }
        >
          <div className="space-y-2">
            {tracks.map((track) => (
              <div key={track.name} className="flex items-end gap-3">
                <span className={`w-24 shrink-0 text-sm ${track.name === 'Level' ? 'font-semibold' : 'text-muted'}`}>
                  {track.name}
                </span>
                <div className={`relative grow border-b border-strong-rule ${track.name === 'Level' ? 'h-10' : 'h-6'}`}>
                  {track.course.map(({ on, is }, index) => {
                    const next = track.course[index + 1];
                    const left = at(on);
                    return (
                      <span
                        key={on}
                        className={`absolute bottom-0 ${heights[is]?.tone ?? ''}`}
                        style={{
                          left: `${left}%`,
                          width: `max(3px, calc(${(next ? at(next.on) : 100) - left}% - 1px))`,
                          height: heights[is]?.fill,
                        }}
                      />
                    );
                  })}
                </div>
              </div>
            ))}
          </div>
        </Picture>
      </div>
    </section>
  );
}

function saidOf(track: Track | undefined, today: string): string {
  const last = track?.course.at(-1);
  if (!track || !last) return '';
  const since = last.on === today ? 'today' : formatDate(last.on);
  const before = track.course.at(-2);
  return `${track.name === 'Level' ? 'The level' : track.name} is ${last.is} since ${since}${before ? `; before that it was ${before.is}` : ''}.`;
}
