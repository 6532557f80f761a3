import { type ReactNode, useId } from 'react';

/** One question and its answer: the heading, what the picture says in a sentence, then the picture if there is one. */
export function Section({ title, says, children }: { title: string; says?: ReactNode; children?: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={
        children
          ? 'min-w-0 rounded-lg border border-rule bg-surface p-4 sm:p-6 print:break-inside-avoid print:border-0 print:p-0'
          : 'min-w-0 border-t border-strong-rule pt-2'
      }
    >
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {says && <p className="mt-1 max-w-prose text-muted">{says}</p>}
      {children && <div className={says ? 'mt-5' : 'mt-2'}>{children}</div>}
    </section>
  );
}
