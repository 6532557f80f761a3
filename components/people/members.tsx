'use client';

import { startTransition, useState } from 'react';
import { FormErrors } from '@/components/forms/form-errors';
import { Button } from '@/components/ui/button';
import type { MemberRole } from '@/lib/access/permissions';
import { changeMember, removeMember } from '@/lib/people/actions';
import type { MemberView } from '@/lib/people/view';
import { roleWords } from '@/lib/people/words';
import type { ActionError, ActionResult } from '@/lib/server/errors';

const select = 'min-h-11 rounded-md border border-strong-rule bg-surface px-3 py-2 text-sm';

/** Who is in the engagement; what the reader may change of each can be changed in place. */
export function Members({
  engagementId,
  members,
  namesNegotiators,
}: {
  engagementId: string;
  members: readonly MemberView[];
  namesNegotiators: boolean;
}) {
  const [errors, setErrors] = useState<readonly ActionError[]>([]);
  const perform = (answer: Promise<ActionResult<void>>) =>
    startTransition(async () => {
      const done = await answer;
      setErrors(done.ok ? [] : done.errors);
    });
  return (
    <div className="mt-4 space-y-4">
      <FormErrors errors={errors} />
      <ul className="divide-y divide-rule rounded-lg border border-rule bg-surface">
        {members.map((member) => (
          <li key={member.userId} id={`person-${member.userId}`} className="scroll-mt-6 px-4 py-4 target:bg-sunken">
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <div className="min-w-0 grow basis-60">
                <p className="font-medium break-words">
                  {member.name}
                  {member.you && <span className="font-normal text-muted"> · you</span>}
                </p>
                {member.title && <p className="text-sm break-words text-muted">{member.title}</p>}
                <p className="text-sm break-all text-muted">{member.email}</p>
              </div>
              {member.yours ? (
                <ManagedMember
                  member={member}
                  namesNegotiators={namesNegotiators}
                  onChange={(change) =>
                    perform(
                      changeMember({
                        engagementId,
                        userId: member.userId,
                        role: member.role,
                        negotiator: member.negotiator,
                        ...change,
                        basedOn: { role: member.role, negotiator: member.negotiator },
                      }),
                    )
                  }
                  onRemove={() => perform(removeMember({ engagementId, userId: member.userId }))}
                />
              ) : (
                <p className="text-sm">
                  {roleWords[member.role].name}
                  {member.negotiator && ' · negotiator'}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ManagedMember({
  member,
  namesNegotiators,
  onChange,
  onRemove,
}: {
  member: MemberView;
  namesNegotiators: boolean;
  onChange: (change: { role?: MemberRole; negotiator?: boolean }) => void;
  onRemove: () => void;
}) {
  const [removing, setRemoving] = useState(false);
  if (removing) {
    return (
      <fieldset className="flex flex-wrap items-center gap-3" aria-label={`Remove ${member.name}`}>
        <p className="text-sm">{member.you ? 'Leave this engagement?' : `${member.name} loses access at once.`}</p>
        <Button look="danger" onClick={onRemove}>
          {member.you ? 'Leave' : 'Remove'}
        </Button>
        <Button look="plain" onClick={() => setRemoving(false)}>
          Keep
        </Button>
      </fieldset>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {member.roles.length > 1 ? (
        <select
          aria-label={`Role of ${member.name}`}
          className={select}
          value={member.role}
          onChange={(event) => onChange({ role: event.target.value as MemberRole })}
        >
          {member.roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role].name}
            </option>
          ))}
        </select>
      ) : (
        <p className="text-sm">{roleWords[member.role].name}</p>
      )}
      {namesNegotiators ? (
        <label className="flex min-h-11 items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={member.negotiator}
            onChange={(event) => onChange({ negotiator: event.target.checked })}
            aria-label={`${member.name} is a negotiator`}
          />
          Negotiator
        </label>
      ) : (
        member.negotiator && <p className="text-sm text-muted">Negotiator</p>
      )}
      <Button
        look="plain"
        className="!px-0"
        onClick={() => setRemoving(true)}
        aria-label={member.you ? 'Leave this engagement …' : `Remove ${member.name} …`}
      >
        {member.you ? 'Leave …' : 'Remove …'}
      </Button>
    </div>
  );
}
