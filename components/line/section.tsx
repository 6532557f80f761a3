import { type ReactNode, useId } from 'react';

/** One question and its answer: the heading, what the picture says in a sentence, then the picture. */
export function Section({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-lg border border-rule bg-surface p-4 sm:p-6 print:border-0 print:p-0"
    >
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      {says && <p className="mt-1 mb-5 max-w-prose text-muted">{says}</p>}
      {children}
    </section>
  );
}
