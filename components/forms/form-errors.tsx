import { Notice } from '@/components/ui/notice';
import type { ActionError } from '@/lib/server/errors';

/** The errors that belong to no field. */
export function FormErrors({ errors }: { errors: readonly ActionError[] }) {
  if (errors.length === 0) return null;
  return (
    <Notice tone="bad" live>
      {errors.map((error) => (
        <p key={error.message}>{error.message}</p>
      ))}
    </Notice>
  );
}
