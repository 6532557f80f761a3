import type { BreakEven } from '@/lib/line/break-evens';

export function BreakEvens({ breakEvens }: { breakEvens: readonly BreakEven[] }) {
  return (
    <section aria-labelledby="break-evens" className="print:break-inside-avoid">
      <h2 id="break-evens" className="text-xl">
        How far it could move before it turned
      </h2>
      <dl className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-3">
        {breakEvens.map(({ title, figure, sentence }) => (
          <div key={title} className="border-t border-strong-rule pt-2">
            <dt className="text-sm text-muted">{title}</dt>
            <dd className="figures mt-1 font-serif text-2xl font-semibold">{figure}</dd>
            <dd className="mt-1">{sentence}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
