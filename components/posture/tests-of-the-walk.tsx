import { type LogField, LogForm } from '@/components/posture/log-form';
import { Opened, Said, Section } from '@/components/posture/section';
import { formatDate } from '@/lib/format/dates';
import { correctTest, logTest } from '@/lib/posture/actions';
import type { PostureView, TestView } from '@/lib/posture/view';
import { type Outcome, outcomes, outcomeWords, testKinds, testWords } from '@/lib/posture/vocabulary';

const looks: Readonly<Record<Outcome, string>> = {
  honoured: 'border-good text-good',
  held: 'border-good text-good',
  yielded: 'border-bad text-bad',
};

/** When Microsoft tests the walk, what was done, and what it taught. */
export function TestsOfTheWalk({ view }: { view: PostureView }) {
  const { engagementId } = view;
  return (
    <Section
      id="tests"
      title="Tests of the walk"
      lead="A deadline, silence, going over heads, calling the bluff: what they did, what we did, and what it taught."
    >
      {view.mayWrite && (
        <Opened label="Log a test">
          {(done) => (
            <LogForm
              fields={fields(view.today)}
              send={(typed) => logTest({ ...typed, engagementId })}
              submit="Log the test"
              done={done}
            />
          )}
        </Opened>
      )}
      {view.tests.length === 0 && <p className="mt-4">The walk has not been tested yet.</p>}
      <ol className="mt-4 space-y-4">
        {view.tests.map((test) => (
          <li key={test.id}>
            <article
              aria-label={`${testWords[test.kind]}, ${formatDate(test.testedOn)}`}
              className="rounded-lg border border-rule bg-surface p-4 sm:p-5"
            >
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <h3 className="text-lg">
                  {testWords[test.kind]}{' '}
                  <span className="font-sans text-sm text-muted">{formatDate(test.testedOn)}</span>
                </h3>
                <span
                  className={`rounded-full border px-2.5 py-0.5 text-sm font-medium ${test.outcome ? looks[test.outcome] : 'border-strong-rule text-muted'}`}
                >
                  {test.outcome ?? 'still going on'}
                </span>
              </div>
              <dl>
                <Said label="They did">{test.theyDid}</Said>
                <Said label="We did">{test.weDid}</Said>
                <Said label="What it taught">{test.taught}</Said>
              </dl>
              {view.mayWrite && (
                <Opened label={test.outcome ? 'Correct this test' : 'Write down how it ended'} look="quiet">
                  {(done) => (
                    <LogForm
                      fields={fields(view.today, test)}
                      version={test.version}
                      send={(typed, version) => correctTest({ ...typed, engagementId, id: test.id, version })}
                      submit="Save"
                      done={done}
                    />
                  )}
                </Opened>
              )}
            </article>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function fields(today: string, stands?: TestView): readonly LogField[] {
  const ends = outcomes.map((outcome) => [outcome, outcomeWords[outcome]] as const);
  return [
    {
      name: 'kind',
      label: 'How they tested',
      kind: testKinds.map((kind) => [kind, testWords[kind]] as const),
      stands: stands?.kind ?? 'deadline',
      half: true,
    },
    { name: 'testedOn', label: 'When', kind: 'date', stands: stands?.testedOn ?? today, half: true },
    { name: 'theyDid', label: 'What they did', kind: 'lines', stands: stands?.theyDid ?? '' },
    { name: 'weDid', label: 'What we did', kind: 'lines', stands: stands?.weDid ?? '' },
    { name: 'outcome', label: 'How it ended', kind: [['', 'Still going on'], ...ends], stands: stands?.outcome ?? '' },
    { name: 'taught', label: 'What it taught', kind: 'lines', stands: stands?.taught ?? '' },
  ];
}
