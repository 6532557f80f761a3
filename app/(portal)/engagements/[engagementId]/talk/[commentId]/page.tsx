import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { asActor } from '@/db/doors';
import { requireEngagement } from '@/lib/engagements/require';
import { requireActor } from '@/lib/server/actor';
import { placeOf } from '@/lib/talk/queries';

/** From a mail to where a comment is to be read. */
export default async function Talk({ params }: PageProps<'/engagements/[engagementId]/talk/[commentId]'>) {
  const { engagementId, commentId } = await params;
  const { id } = await requireEngagement(engagementId);
  if (!z.uuid().safeParse(commentId).success) notFound();
  const place = await asActor(await requireActor(), (tx) => placeOf(tx, id, commentId));
  if (place === null) notFound();
  redirect(`/engagements/${id}${place}` as Route);
}
