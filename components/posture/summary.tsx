import { Act } from '@/components/posture/act';
import { LogForm } from '@/components/posture/log-form';
import { Opened, Section } from '@/components/posture/section';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { approveSummary, draftSummary, releaseSupplier } from '@/lib/posture/actions';
import type { PostureView, SummaryView } from '@/lib/posture/view';

/** The preparation summary: drafted off a list, approved by an executive, and only then taken out of the house. */
export function Summary({ view }: { view: PostureView }) {
  const { summary, approved, drafting, engagementId } = view;
  return (
    <Section
      id="summary"
      title="The preparation summary"
      lead="Made from a list of what may leave the house: no figure, no date, no supplier’s name that is not released."
    >
      {summary ? (
        <Preview summary={summary} view={view} />
      ) : (
        <p className="mt-4">There is no preparation summary yet. Microsoft sees nothing of the preparation.</p>
      )}
      {approved && approved.id !== summary?.id && (
        <>
          <h3 className="mt-6 text-lg">What is approved for showing</h3>
          <Preview summary={approved} view={view} />
        </>
      )}
      {drafting && drafting.noLongerSo.length > 0 && (
        <div className="mt-4">
          <Notice tone="warn" title="Approved, and no longer so:">
            <ul className="list-disc pl-5">
              {drafting.noLongerSo.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {view.mayWrite && (!summary || drafting?.differs) && (
        <Act
          label={summary ? 'Draft it anew: what may be said has changed' : 'Draft the summary'}
          run={() => draftSummary({ engagementId })}
        />
      )}
      {drafting && drafting.notYet.length > 0 && (
        <details className="mt-4 print:hidden">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-4">
            What cannot be said yet
          </summary>
          <dl>
            {drafting.notYet.map(({ heading, needs }) => (
              <div key={heading} className="py-1">
                <dt className="inline font-medium">{heading}: </dt>
                <dd className="inline text-muted">{needs}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <Supplier view={view} />
    </Section>
  );
}

function Preview({ summary, view }: { summary: SummaryView; view: PostureView }) {
  const { engagementId } = view;
  const { id: summaryId, number, sha256, content, drafted, approvals, withheld, downloads } = summary;
  const shown = approvals.length > 0;
  return (
    <article aria-label={`Version ${number} of the summary`} className="mt-4">
      <div className="rounded-lg border border-strong-rule bg-surface p-5 sm:p-8">
        <h3 className="text-xl">This is what Microsoft sees</h3>
        <p className="mt-3 font-serif text-lg">{content.client}</p>
        <dl className="mt-2 max-w-2xl">
          {content.statements.map(({ heading, sentence }) => (
            <div key={heading} className="mt-3">
              <dt className="text-sm font-semibold">{heading}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="mt-2 text-sm text-muted">
        Version {number}, drafted by {drafted.by}, {drafted.on}.{' '}
        <span className="break-all">SHA-256 of what is approved: {sha256}</span>
      </p>
      {shown ? (
        <ul className="mt-1 text-sm">
          {approvals.map(({ by, on }) => (
            <li key={`${by} ${on}`}>
              <span className="font-semibold text-good">Approved for showing</span> by {by}, {on}
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-1 text-sm font-medium text-warn">
          It waits for an executive. Until then nobody can download it.
        </p>
      )}
      {withheld && (
        <p className="mt-1 text-sm font-medium text-bad">
          It names a supplier whose name is withheld: nobody can {shown ? 'download' : 'approve'} it.
        </p>
      )}
      {!shown && !withheld && view.mayApprove && (
        <Act label="Approve it for showing" run={() => approveSummary({ engagementId, summaryId, sha256 })} />
      )}
      {shown && !withheld && view.mayDownload && view.approved?.id === summaryId && (
        <a
          href={`/engagements/${engagementId}/posture/summary`}
          download
          className={`mt-3 print:hidden ${buttonClass('quiet')}`}
        >
          Download as PDF
        </a>
      )}
      {downloads.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-4">
            Downloaded {downloads.length === 1 ? 'once' : `${downloads.length} times`}
          </summary>
          <ul>
            {downloads.map(({ id, by, on }) => (
              <li key={id}>
                {by}, {on}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Supplier({ view: { supplier, mayApprove, engagementId } }: { view: PostureView }) {
  return (
    <div className="mt-5">
      <h3 className="font-sans text-sm font-semibold">The supplier’s name</h3>
      <p className="text-sm">
        {supplier
          ? `“${supplier.name}” was ${supplier.released ? 'released' : 'withheld'} by ${supplier.done.by}, ${supplier.done.on}. ${supplier.released ? 'It counts for what is drafted from then on.' : 'No summary that names it can be approved or downloaded.'}`
          : 'Not released: no summary names it.'}
      </p>
      {mayApprove && (
        <Opened label="Release or withhold the name" look="quiet">
          {(done) => (
            <LogForm
              fields={[
                { name: 'supplier', label: 'The supplier', kind: 'line', stands: supplier?.name ?? '', half: true },
                {
                  name: 'released',
                  label: 'May Microsoft read it?',
                  kind: [
                    ['yes', 'Yes, release it'],
                    ['no', 'No, withhold it'],
                  ],
                  stands: supplier?.released ? 'no' : 'yes',
                  half: true,
                },
              ]}
              send={(typed) => releaseSupplier({ ...typed, engagementId })}
              submit="Save"
              done={done}
            />
          )}
        </Opened>
      )}
    </div>
  );
}
