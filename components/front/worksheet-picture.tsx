const rows: readonly (readonly [string, string, string])[] = [
  ['Migration', '310,000', '900,000'],
  ['Integration', '145,000', '600,000'],
  ['Retraining', '90,000', '350,000'],
  ['Running both for a while', '120,000', '250,000'],
];

/** A page of the worksheet, drawn: switching cost by category, the honest figure beside the claimed one. */
export function WorksheetPicture() {
  return (
    <figure className="rounded-lg border border-rule bg-surface p-4 sm:p-6">
      <svg
        viewBox="0 0 360 330"
        role="img"
        aria-label="A page of the worksheet: switching cost by category, the honest figure beside the one that is claimed, and the reading below"
        className="mx-auto w-full max-w-md"
      >
        <rect x="0.5" y="0.5" width="359" height="329" rx="4" className="fill-paper stroke-rule" />
        <text x="16" y="36" className="fill-ink font-serif text-[18px] font-semibold">
          Switching
        </text>
        <g className="fill-muted text-[12px]">
          <text x="16" y="68">
            Category
          </text>
          <text x="250" y="68" textAnchor="end">
            Honest
          </text>
          <text x="340" y="68" textAnchor="end">
            Claimed
          </text>
        </g>
        {rows.map(([category, honest, claimed], index) => (
          <g key={category} transform={`translate(0 ${78 + index * 36})`}>
            <path d="M16 0H344" className="stroke-rule" />
            <text x="16" y="23" className="fill-ink text-[13px]">
              {category}
            </text>
            <rect x="178" y="5" width="78" height="26" rx="2" className="fill-good-ground" />
            <text x="250" y="23" textAnchor="end" className="fill-alternative text-[13px]">
              {honest}
            </text>
            <rect x="266" y="5" width="78" height="26" rx="2" className="fill-warn-ground" />
            <text x="340" y="23" textAnchor="end" className="fill-vendor text-[13px]">
              {claimed}
            </text>
          </g>
        ))}
        <path d="M16 222H344" className="stroke-strong-rule" />
        <text x="16" y="246" className="fill-ink text-[13px] font-semibold">
          Together
        </text>
        <text x="250" y="246" textAnchor="end" className="fill-alternative text-[13px] font-semibold">
          665,000
        </text>
        <text x="340" y="246" textAnchor="end" className="fill-vendor text-[13px] font-semibold">
          2,100,000
        </text>
        <rect x="16" y="268" width="328" height="42" rx="3" className="fill-sunken" />
        <text x="28" y="294" className="fill-ink font-serif text-[15px]">
          Reading: the offer costs more than leaving.
        </text>
      </svg>
      <figcaption className="mt-3 text-sm text-muted">
        One of its sheets, with figures made up for the picture. Every sum is a formula that you can follow.
      </figcaption>
    </figure>
  );
}
