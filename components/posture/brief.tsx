import { Act } from '@/components/posture/act';
import { LogForm } from '@/components/posture/log-form';
import { Opened, Said, Section } from '@/components/posture/section';
import { Notice } from '@/components/ui/notice';
import { acknowledgeBrief, writeBrief } from '@/lib/posture/actions';
import type { BriefView, PostureView } from '@/lib/posture/view';

/** What those who talk to Microsoft say and never say, and who of them has read it. */
export function Brief({ view }: { view: PostureView }) {
  const { brief, engagementId } = view;
  return (
    <Section
      id="brief"
      title="The negotiators’ brief"
      lead="What we say, what we never say, the answer to every claim, and who speaks. A new version is acknowledged anew."
    >
      {brief ? <Whole brief={brief} /> : <p className="mt-4">There is no brief yet.</p>}
      {view.claimsMoved > 0 && (
        <div className="mt-4">
          <Notice tone="warn">
            {view.claimsMoved === 1 ? 'One claim has' : `${view.claimsMoved} claims have`} changed since this version.
            The next version takes the answers from the register of claims.
          </Notice>
        </div>
      )}
      <Negotiators view={view} />
      {view.mayWrite && (
        <Opened label={brief ? 'Write the next version' : 'Write the brief'} look={brief ? 'quiet' : 'primary'}>
          {(done) => (
            <LogForm
              fields={[
                { name: 'say', label: 'What we say', kind: 'lines', stands: brief?.say ?? '' },
                { name: 'neverSay', label: 'What we never say', kind: 'lines', stands: brief?.neverSay ?? '' },
                {
                  name: 'speakers',
                  label: 'Who speaks',
                  kind: 'lines',
                  stands: brief?.speakers ?? '',
                  help: 'The answers to the claims come from the register, as they stand when you save.',
                },
              ]}
              version={brief?.number ?? 0}
              send={(typed, upon) => writeBrief({ ...typed, engagementId, upon })}
              submit={`Save as version ${(brief?.number ?? 0) + 1}`}
              done={done}
            />
          )}
        </Opened>
      )}
      {view.olderBriefs.length > 0 && (
        <details className="mt-4 print:hidden">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-4">
            Earlier versions
          </summary>
          {view.olderBriefs.map((older) => (
            <Whole key={older.id} brief={older} />
          ))}
        </details>
      )}
    </Section>
  );
}

function Whole({ brief }: { brief: BriefView }) {
  return (
    <article
      aria-label={`Version ${brief.number} of the brief`}
      className="mt-4 rounded-lg border border-rule bg-surface p-4 sm:p-5"
    >
      <h3 className="text-lg">Version {brief.number}</h3>
      <p className="text-sm text-muted">
        {brief.written.by}, {brief.written.on}
      </p>
      <dl>
        <Said label="We say">{brief.say}</Said>
        <Said label="We never say">{brief.neverSay}</Said>
        <Said label="Who speaks">{brief.speakers}</Said>
      </dl>
      {brief.answers.length > 0 && (
        <>
          <h4 className="mt-5 font-sans text-sm font-semibold">Answers to what they claim</h4>
          <dl className="mt-1 divide-y divide-rule">
            {brief.answers.map(({ claimId, statement, saidBy, answer }) => (
              <div key={claimId} className="py-2.5">
                <dt className="max-w-2xl font-serif">
                  “{statement}” <span className="font-sans text-sm text-muted">{saidBy}</span>
                </dt>
                <dd className={`max-w-2xl whitespace-pre-line ${answer ? '' : 'text-sm text-muted'}`}>
                  {answer || 'No answer yet: say that we shall come back to it.'}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </article>
  );
}

function Negotiators({ view }: { view: PostureView }) {
  const { brief, negotiators, engagementId } = view;
  const mine = negotiators.some(({ you, acknowledgedOn }) => you && acknowledgedOn === null);
  return (
    <div className="mt-5">
      <h3 className="font-sans text-sm font-semibold">Acknowledged by</h3>
      {negotiators.length === 0 && (
        <p>
          Nobody is marked as a negotiator yet: that is done in{' '}
          <a href={`/engagements/${engagementId}/people`} className="text-accent underline underline-offset-4">
            People
          </a>
          .
        </p>
      )}
      <ul>
        {negotiators.map(({ id, name, you, acknowledgedOn }) => (
          <li key={id} id={`negotiator-${id}`} tabIndex={-1} className="scroll-mt-6 py-1 target:bg-sunken">
            <span aria-hidden="true" className={`mr-2 font-semibold ${acknowledgedOn ? 'text-good' : 'text-bad'}`}>
              {acknowledgedOn ? '✓' : '✗'}
            </span>
            {name}
            {you && ' (you)'}
            <span className="text-sm text-muted">
              {acknowledgedOn ? `, ${acknowledgedOn}` : brief ? ', not yet' : ', nothing to acknowledge yet'}
            </span>
          </li>
        ))}
      </ul>
      {brief && mine && view.mayAcknowledge && (
        <Act
          label={`I have read version ${brief.number} and keep to it`}
          run={() => acknowledgeBrief({ engagementId, briefId: brief.id })}
        />
      )}
    </div>
  );
}
