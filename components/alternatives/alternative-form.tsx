'use client';

import { useState } from 'react';
import { kindWords } from '@/components/alternatives/alternative-tabs';
import { FormErrors } from '@/components/forms/form-errors';
import { SelectField, TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import type { AlternativeKind } from '@/lib/model/types';
import type { ActionError } from '@/lib/server/errors';

type Values = { readonly label: string; readonly kind: AlternativeKind };

/** The name and the kind of an alternative. */
export function AlternativeForm({
  initial,
  submitWords,
  errors,
  pending,
  onSubmit,
  onCancel,
}: {
  readonly initial: Values;
  readonly submitWords: string;
  readonly errors: readonly ActionError[];
  readonly pending: boolean;
  readonly onSubmit: (values: Values) => void;
  readonly onCancel: () => void;
}) {
  const [label, setLabel] = useState(initial.label);
  const [kind, setKind] = useState<AlternativeKind>(initial.kind);
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <form
      noValidate
      className="mt-4 space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ label, kind });
      }}
    >
      <FormErrors errors={errors.filter((error) => error.field !== 'label' && error.field !== 'kind')} />
      <TextField
        label="Name"
        value={label}
        autoComplete="off"
        onChange={(event) => setLabel(event.target.value)}
        error={errorAt('label')}
      />
      <SelectField
        label="Kind"
        value={kind}
        onChange={(event) => setKind(event.target.value as AlternativeKind)}
        error={errorAt('kind')}
      >
        {Object.entries(kindWords).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      <div className="flex gap-3">
        <Button type="submit" disabled={pending}>
          {pending ? 'Saving …' : submitWords}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
