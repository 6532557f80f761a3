import { type LogField, LogForm } from '@/components/posture/log-form';
import { Opened, Said, Section } from '@/components/posture/section';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/format/dates';
import { correctContact, logContact, recordRecovery } from '@/lib/posture/actions';
import type { ContactView, PostureView } from '@/lib/posture/view';
import { howToRecover, walks, walkWords } from '@/lib/posture/vocabulary';

const short = { none: 'the walk was not in it', evident: 'evident', spoken: 'spoken' } as const;

/** The talks with the account team. */
export function Contacts({ view }: { view: PostureView }) {
  const { engagementId } = view;
  return (
    <Section
      id="contacts"
      title="Contacts"
      lead="Every talk with the account team: what either side said, what they asked, and whether the walk was in it."
    >
      {view.mayWrite && (
        <Opened label="Log a contact">
          {(done) => (
            <LogForm
              fields={contactFields(view.today)}
              send={(typed) => logContact({ ...typed, engagementId })}
              submit="Log the contact"
              done={done}
            />
          )}
        </Opened>
      )}
      {view.contacts.length === 0 && <p className="mt-4">No contact is logged yet.</p>}
      <ol className="mt-4 space-y-4">
        {view.contacts.map((contact) => (
          <li key={contact.id} id={`contact-${contact.id}`} tabIndex={-1} className="scroll-mt-6 target:bg-sunken">
            <Contact contact={contact} view={view} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Contact({ contact, view }: { contact: ContactView; view: PostureView }) {
  const { engagementId } = view;
  const { id, heldOn, withWhom, walk, tooEarly, recovery, logged } = contact;
  return (
    <article
      aria-label={`${withWhom}, ${formatDate(heldOn)}`}
      className={`rounded-lg border bg-surface p-4 sm:p-5 ${tooEarly && !recovery ? 'border-bad' : 'border-rule'}`}
    >
      <h3 className="text-lg">
        {withWhom} <span className="font-sans text-sm text-muted">{formatDate(heldOn)}</span>
      </h3>
      <p className={`text-sm font-medium ${walk === 'spoken' ? 'text-vendor' : 'text-muted'}`}>
        {walk === 'none' ? 'The walk was not in it' : `The walk was ${short[walk]}`}
        {tooEarly && ', while the position was below credible'}
      </p>
      <dl>
        <Said label="They said">{contact.theySaid}</Said>
        <Said label="We said">{contact.weSaid}</Said>
        <Said label="They asked">{contact.theyAsked}</Said>
      </dl>
      {recovery && (
        <div className="mt-4 border-l-2 border-good pl-3">
          <p className="text-sm font-semibold text-good">Recovered on {formatDate(recovery.recoveredOn)}</p>
          <p className="max-w-2xl whitespace-pre-line">{recovery.what}</p>
          <p className="text-sm text-muted">Recorded by {recovery.by}</p>
        </div>
      )}
      {tooEarly && !recovery && (
        <div className="mt-4">
          <HowToRecover />
          {view.mayWrite && (
            <Opened label="Record the recovery">
              {(done) => (
                <LogForm
                  fields={[
                    { name: 'recoveredOn', label: 'When', kind: 'date', stands: view.today, half: true },
                    { name: 'what', label: 'What was done', kind: 'lines', stands: '' },
                  ]}
                  send={(typed) => recordRecovery({ ...typed, engagementId, contactId: id })}
                  submit="Record it"
                  done={done}
                />
              )}
            </Opened>
          )}
        </div>
      )}
      <p className="mt-3 text-sm text-muted">
        Logged by {logged.by}, {logged.on}
      </p>
      {view.mayWrite && (
        <Opened label="Correct this contact" look="quiet">
          {(done) => (
            <LogForm
              fields={contactFields(view.today, contact)}
              version={contact.version}
              send={(typed, version) => correctContact({ ...typed, engagementId, id, version })}
              submit="Save"
              done={done}
            />
          )}
        </Opened>
      )}
    </article>
  );
}

function HowToRecover() {
  return (
    <Notice tone="bad" title="The walk was spoken before it was credible. How to recover:">
      <ol className="mt-1 list-decimal space-y-1 pl-5">
        {howToRecover.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Notice>
  );
}

function contactFields(today: string, stands?: ContactView): readonly LogField[] {
  return [
    { name: 'heldOn', label: 'When', kind: 'date', stands: stands?.heldOn ?? today, half: true },
    { name: 'withWhom', label: 'Who with', kind: 'line', stands: stands?.withWhom ?? '', half: true },
    {
      name: 'walk',
      label: 'The walk',
      kind: walks.map((walk) => [walk, walkWords[walk]] as const),
      stands: stands?.walk ?? 'none',
    },
    { name: 'theySaid', label: 'What they said', kind: 'lines', stands: stands?.theySaid ?? '' },
    { name: 'weSaid', label: 'What we said', kind: 'lines', stands: stands?.weSaid ?? '' },
    { name: 'theyAsked', label: 'What they asked', kind: 'lines', stands: stands?.theyAsked ?? '' },
  ];
}
