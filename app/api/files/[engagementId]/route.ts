import { z } from 'zod';
import { type ActorTx, asActor } from '@/db/doors';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { membershipOf } from '@/lib/engagements/membership';
import { addFile } from '@/lib/evidence/mutations';
import { receiving } from '@/lib/evidence/received-file';
import { subjectHeader } from '@/lib/evidence/schema';
import { actingPerson } from '@/lib/server/actor';
import { environment } from '@/lib/server/environment';
import { DomainError, notFound } from '@/lib/server/errors';
import { takeFromLimit } from '@/lib/server/rate-limits';
import { refusalResponse } from '@/lib/server/refusal';
import { isSameOrigin } from '@/lib/server/same-origin';

const limit = { name: 'upload', points: 120, seconds: 3600 };

const upload = z.object({
  subject: subjectHeader,
  /** Encoded, as headers are Latin. */
  name: z
    .string()
    .min(1)
    .max(2000)
    .transform((text, context) => {
      try {
        return decodeURIComponent(text);
      } catch {
        context.addIssue({ code: 'custom' });
        return z.NEVER;
      }
    }),
});

/**
 * Takes in a file as evidence: its content is the body, the row it is for and its name are headers (addresses are
 * written into logs). 201 with its id; otherwise a message, with 401, 403, 404, 422 or 429.
 */
export async function POST(request: Request, { params }: RouteContext<'/api/files/[engagementId]'>): Promise<Response> {
  if (!isSameOrigin(request, environment().origin)) return new Response(null, { status: 403 });
  const person = await actingPerson();
  if (!person) return new Response(null, { status: 401 });
  try {
    const engagementId = z.uuid().safeParse((await params).engagementId);
    if (!engagementId.success) throw notFound();
    const adding = (tx: ActorTx) => mayAdd(tx, person, engagementId.data);
    await asActor(person, adding);
    const asked = upload.safeParse({
      subject: request.headers.get('x-attached-to'),
      name: request.headers.get('x-file-name'),
    });
    if (!asked.success || !request.body) {
      throw new DomainError({ code: 'invalid', message: 'A file needs a name, and a row it is for.' });
    }
    await takeFromLimit(limit, person.userId);
    const { subject, name } = asked.data;
    const id = await receiving(request.body, (file) =>
      asActor(person, async (tx) => {
        await adding(tx);
        return addFile(tx, person, { engagementId: engagementId.data, subject }, name, file);
      }),
    );
    return Response.json({ id }, { status: 201 });
  } catch (error) {
    return refusalResponse(error);
  }
}

async function mayAdd(tx: ActorTx, person: Actor, engagementId: string): Promise<void> {
  const member = await membershipOf(tx, person, engagementId);
  if (!member) throw notFound();
  if (!mayInEngagement(member, 'evidence.add')) {
    throw new DomainError({ code: 'refused', message: 'Your role in this engagement does not include this change.' });
  }
}
