import 'server-only';
import { asActor } from '@/db/doors';
import type { Actor } from '@/lib/access/permissions';
import { dispositionOf } from '@/lib/evidence/file-name';
import { pieceOf, type StoredFile } from '@/lib/evidence/queries';

/**
 * A file as an answer. A browser saves it, or shows it as the image it is; it takes it for nothing else, and runs
 * nothing in it. The edge forbids sniffing and storing, as everywhere.
 */
export function fileResponse(
  actor: Actor,
  evidenceId: string,
  { title, mediaType, size }: StoredFile,
  how: 'attachment' | 'inline',
): Response {
  return new Response(contentOf(actor, evidenceId), {
    headers: {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': dispositionOf(how, title),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  });
}

/** Piece by piece, as fast as it is taken, each asked for as this person: a slow reader holds no connection. */
function contentOf(actor: Actor, evidenceId: string): ReadableStream<Uint8Array> {
  let number = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await asActor(actor, (tx) => pieceOf(tx, evidenceId, number++));
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    },
    { highWaterMark: 1 },
  );
}
