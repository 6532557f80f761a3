import { type ComponentProps, useId } from 'react';

export const inputClass =
  'mt-1 block min-h-11 w-full rounded-md border border-strong-rule bg-surface px-3 py-2 text-base aria-invalid:border-bad aria-invalid:ring-1 aria-invalid:ring-bad';

type FieldText = { label: string; help?: string | undefined; error?: string | undefined };

/** Label, help and error around one control, tied to it for screen readers. */
export function Field({
  label,
  help,
  error,
  children,
}: FieldText & {
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => React.ReactNode;
}) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true }) })}
      {help && (
        <p id={`${id}-help`} className="mt-1 text-sm text-muted">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-bad" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, help, error, ...rest }: FieldText & ComponentProps<'input'>) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => <input {...rest} {...control} className={inputClass} />}
    </Field>
  );
}

export function SelectField({ label, help, error, ...rest }: FieldText & ComponentProps<'select'>) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => <select {...rest} {...control} className={inputClass} />}
    </Field>
  );
}

export function TextArea({ label, help, error, ...rest }: FieldText & ComponentProps<'textarea'>) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => <textarea rows={4} {...rest} {...control} className={inputClass} />}
    </Field>
  );
}
