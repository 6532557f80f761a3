import { SelectField, TextField } from '@/components/forms/text-field';
import type { MilestoneView } from '@/lib/milestones/view';
import type { ReadinessView } from '@/lib/preparedness/view';
import type { ActionError } from '@/lib/server/errors';

/** What a milestone is called, whose it is, and who knows of it; for a new one also its day. */
export function MilestoneFields({
  view,
  errors,
  milestone,
  withDay = false,
}: {
  view: Pick<ReadinessView, 'people' | 'seesThreshold' | 'today'>;
  errors: readonly ActionError[];
  milestone?: MilestoneView;
  withDay?: boolean;
}) {
  const at = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className={withDay ? '' : 'sm:col-span-2'}>
        <TextField
          name="label"
          label="What is to be done"
          defaultValue={milestone?.label}
          maxLength={200}
          error={at('label')}
        />
      </div>
      {withDay && <TextField type="date" name="dueOn" label="By which day" error={at('dueOn')} />}
      <SelectField name="ownerId" label="Owner" defaultValue={milestone?.owner ?? ''} error={at('ownerId')}>
        <option value="">Nobody yet</option>
        {view.people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {view.seesThreshold && (
        <SelectField
          name="wall"
          label="Who knows of it"
          defaultValue={milestone?.leadershipOnly ? 'threshold' : 'engagement'}
          error={at('wall')}
        >
          <option value="engagement">Everybody in the engagement</option>
          <option value="threshold">Leadership and advisors alone</option>
        </SelectField>
      )}
    </div>
  );
}
