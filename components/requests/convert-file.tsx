'use client';

import { useState } from 'react';
import { ImportForm } from '@/components/engagements/import-form';
import { InviteChoice } from '@/components/requests/invite-choice';
import { importRequest } from '@/lib/requests/actions';
import type { RequestView } from '@/lib/requests/view';

/** A request as an engagement with the figures of the worksheet that came back, shown before it is made. */
export function ConvertFile({ request }: { request: RequestView }) {
  const [invite, setInvite] = useState('contributor');
  return (
    <div className="mt-6">
      <InviteChoice request={request} value={invite} onChange={({ target }) => setInvite(target.value)} />
      <ImportForm
        client={request.company}
        importModel={(input) => importRequest({ ...input, requestId: request.id, version: request.version, invite })}
      />
    </div>
  );
}
