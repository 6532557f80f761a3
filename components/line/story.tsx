import { formatPublished } from '@/lib/format/dates';
import type { LineView } from '@/lib/line/view';

/** What the engagement is about, and where published figures come from. */
export function Story({ view }: { view: LineView }) {
  if (!view.story && view.sources.length === 0) return null;
  return (
    <section aria-labelledby="story">
      <h2 id="story" className="text-xl">
        The case
      </h2>
      <p className="mt-3 max-w-prose whitespace-pre-line leading-relaxed">{view.story}</p>
      {view.sources.length > 0 && (
        <>
          <h3 className="mt-4 text-base">Where the figures come from</h3>
          <ul className="mt-2 space-y-1 text-sm">
            {view.sources.map(({ title, url, published }) => (
              <li key={`${title} ${url}`}>
                <a href={url} rel="noreferrer" className="text-accent underline underline-offset-4">
                  {title}
                </a>
                <span className="text-muted"> · {formatPublished(published)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
