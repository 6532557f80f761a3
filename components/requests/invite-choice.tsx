import type { ComponentProps } from 'react';
import { SelectField } from '@/components/forms/text-field';
import type { RequestView } from '@/lib/requests/view';

/** As what whoever asked comes along. */
export function InviteChoice({
  request,
  ...rest
}: { request: RequestView; error?: string | undefined } & Omit<ComponentProps<'select'>, 'children'>) {
  return (
    <SelectField
      {...rest}
      label={`Invite ${request.name}`}
      help={`By a mail to ${request.email}. An executive sees the threshold; the others do not.`}
    >
      <option value="contributor">as contributor</option>
      <option value="executive">as executive</option>
      <option value="observer">as observer</option>
      <option value="">not yet</option>
    </SelectField>
  );
}
