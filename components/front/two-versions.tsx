import { type BarRow, Bars } from '@/components/charts/bars';

/** As published: itworld.com of 26 November 2012 for the city's comparison, zdnet.com of February 2013 for the study. */
const rows: readonly BarRow[] = [
  {
    key: 'offer',
    label: 'Staying',
    detail: 'Windows and Microsoft Office',
    value: 34_082_000,
    text: '€34.1M',
    tone: 'offer',
  },
  {
    key: 'own',
    label: 'Leaving, by the city’s own figures',
    value: 22_800_000,
    text: '€22.8M',
    tone: 'alternative',
  },
  {
    key: 'vendor',
    label: 'Leaving, by the study made for Microsoft',
    value: 60_600_000,
    text: '€60.6M',
    tone: 'vendor',
    claimed: true,
  },
];

/** What a walk position is for, in one published picture. */
export function TwoVersions() {
  return (
    <figure className="rounded-lg border border-rule bg-surface p-5 sm:p-7">
      <figcaption>
        <h2 className="text-xl">One decision, two versions of it</h2>
        <p className="mt-1 text-muted">
          Munich, 2012. By the city’s own figures leaving was right; by the study made for Microsoft, staying was.
        </p>
      </figcaption>
      <div role="img" aria-label={rows.map(({ label, text }) => `${label}: ${text}`).join('; ')} className="mt-5">
        <Bars rows={rows} plumbs={[{ value: 34_082_000, tone: 'offer' }]} />
      </div>
      <p className="mt-4 text-sm text-muted">
        As published by{' '}
        <a
          href="http://www.itworld.com/operating-systems/321474/switching-linux-saves-munich-over-11-million"
          className="underline underline-offset-4"
        >
          itworld.com, 26 Nov 2012
        </a>{' '}
        and{' '}
        <a
          href="https://www.zdnet.com/article/no-microsoft-open-source-software-really-is-cheaper-insists-munich/"
          className="underline underline-offset-4"
        >
          zdnet.com, Feb 2013
        </a>
        .
      </p>
    </figure>
  );
}
