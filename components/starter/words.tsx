import type { Guidance } from '@/lib/starter/suggestion';

/** What to include, where figures come from, and what others have published, each with its source and date. */
export function Words({ include, figures, benchmarks }: Guidance) {
  return (
    <div className="space-y-1 text-sm">
      <p>{include}</p>
      <p className="text-muted">
        <span className="font-medium text-ink">Figures from</span> {lowerFirst(figures)}
      </p>
      {benchmarks.map(({ says, source, url, dated }) => (
        <p key={says} className="border-l-2 border-strong-rule pl-3 text-muted">
          <span className="font-medium text-ink">Published elsewhere</span> {says}{' '}
          <span className="whitespace-normal">
            (
            {url ? (
              <a href={url} target="_blank" rel="noreferrer" className="underline underline-offset-4">
                {source}
              </a>
            ) : (
              source
            )}
            , {dated})
          </span>
        </p>
      ))}
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
