import type { ReactNode } from 'react';

/**
 * The one way to show a picture: what it says in a sentence, the marks, and its figures as a table, a click away and
 * open on paper. The marks are an image to a screen reader, `alt` is what it hears.
 */
export function Picture({
  alt,
  caption,
  table,
  children,
}: {
  alt: string;
  caption: ReactNode;
  table: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure>
      <div role="img" aria-label={alt.replaceAll('\u00a0', ' ')}>
        {children}
      </div>
      <figcaption className="mt-3 text-sm text-muted">{caption}</figcaption>
      <details className="mt-1 print:mt-3">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-accent underline underline-offset-4 print:hidden">
          The figures as a table
        </summary>
        {table}
      </details>
    </figure>
  );
}
