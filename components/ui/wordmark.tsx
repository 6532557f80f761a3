/** The name with its mark: an offer, and the line it has crossed. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 font-serif text-lg font-semibold tracking-tight">
      <svg viewBox="0 0 24 24" className="size-6" aria-hidden="true">
        <rect x="1" y="14" width="17" height="4" rx="1" className="fill-offer" />
        <rect x="1" y="6" width="10" height="4" rx="1" className="fill-alternative" />
        <path d="M14.5 2v20" className="stroke-threshold" strokeWidth="2" strokeLinecap="round" />
      </svg>
      Walk Position
    </span>
  );
}
