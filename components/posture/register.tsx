import { type LogField, LogForm } from '@/components/posture/log-form';
import { Opened, Said, Section } from '@/components/posture/section';
import { formatDate } from '@/lib/format/dates';
import { correctSighting, enterSighting } from '@/lib/posture/actions';
import type { PostureView, SightingView } from '@/lib/posture/view';
import { sightingKinds } from '@/lib/posture/vocabulary';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Every paper, statement and demonstration that Microsoft has had. */
export function Register({ view }: { view: PostureView }) {
  const { engagementId } = view;
  return (
    <Section
      id="register"
      title="What Microsoft has seen"
      lead="Every paper, statement and demonstration: when, by whom, to whom, and what they answered."
    >
      {view.mayWrite && (
        <Opened label="Enter what they have seen">
          {(done) => (
            <LogForm
              fields={fields(view.today)}
              send={(typed) => enterSighting({ ...typed, engagementId })}
              submit="Enter it"
              done={done}
            />
          )}
        </Opened>
      )}
      {view.sightings.length === 0 && <p className="mt-4">Nothing is entered yet.</p>}
      <ol className="mt-4 divide-y divide-rule rounded-lg border border-rule bg-surface empty:hidden">
        {view.sightings.map((sighting) => (
          <li key={sighting.id} className="p-4 sm:px-5">
            <h3 className="font-sans text-base font-medium">{sighting.what}</h3>
            <p className="text-sm text-muted">
              {capital(sighting.kind)} · {formatDate(sighting.seenOn)} · {sighting.shownBy} to {sighting.shownTo}
            </p>
            <dl>
              <Said label="They answered">{sighting.answer}</Said>
            </dl>
            {view.mayWrite && (
              <Opened label={sighting.answer ? 'Correct it' : 'Write down their answer'} look="quiet">
                {(done) => (
                  <LogForm
                    fields={fields(view.today, sighting)}
                    version={sighting.version}
                    send={(typed, version) => correctSighting({ ...typed, engagementId, id: sighting.id, version })}
                    submit="Save"
                    done={done}
                  />
                )}
              </Opened>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function fields(today: string, stands?: SightingView): readonly LogField[] {
  return [
    {
      name: 'kind',
      label: 'Kind',
      kind: sightingKinds.map((kind) => [kind, capital(kind)] as const),
      stands: stands?.kind ?? 'paper',
      half: true,
    },
    { name: 'seenOn', label: 'When', kind: 'date', stands: stands?.seenOn ?? today, half: true },
    { name: 'what', label: 'What they saw or heard', kind: 'lines', stands: stands?.what ?? '' },
    { name: 'shownBy', label: 'By whom', kind: 'line', stands: stands?.shownBy ?? '', half: true },
    { name: 'shownTo', label: 'To whom', kind: 'line', stands: stands?.shownTo ?? '', half: true },
    { name: 'answer', label: 'What they answered', kind: 'lines', stands: stands?.answer ?? '' },
  ];
}
