import { useId } from 'react';

export type Choice = { readonly value: string; readonly name: string; readonly what: string };

/** One role of several, each with what it is for. */
export function RoleChoice({
  field,
  choices,
  chosen,
  error,
}: {
  field: string;
  choices: readonly Choice[];
  chosen: string | undefined;
  error: string | undefined;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={error && id}>
      <legend className="text-sm font-medium">Role</legend>
      <div className="mt-1 divide-y divide-rule rounded-md border border-strong-rule bg-surface">
        {choices.map(({ value, name, what }) => (
          <label key={value} className="flex min-h-11 items-start gap-3 px-3 py-2.5 has-checked:bg-sunken">
            <input
              type="radio"
              name={field}
              value={value}
              defaultChecked={chosen === value}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="text-sm">
              <span className="font-medium">{name}</span>
              <span className="block text-muted">{what}</span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={id} className="mt-1 text-sm font-medium text-bad" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
