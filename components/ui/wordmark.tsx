/** The name with its mark: an offer, and the line it has crossed. Where it `shrinks`, a phone shows the mark alone. */
export function Wordmark({ shrinks = false }: { shrinks?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5 font-serif text-lg font-semibold tracking-tight">
      <svg viewBox="0 0 24 24" className="size-6" aria-hidden="true">
        <rect x="1" y="14" width="17" height="4" rx="1" className="fill-offer" />
        <rect x="1" y="6" width="10" height="4" rx="1" className="fill-alternative" />
        <path d="M14.5 2v20" className="stroke-ink" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span className={shrinks ? 'max-sm:sr-only' : undefined}>Walk Position</span>
    </span>
  );
}
