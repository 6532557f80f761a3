import { parentPort } from 'node:worker_threads';
import type { Model } from '@/lib/model/types';
import { filledPrint } from '@/lib/worksheet/printed';
import { blankWorksheet, filledWorksheet } from '@/lib/worksheet/workbook';

/** The thread that lib/worksheet/writer.ts starts: is asked for worksheets, or prints of them, and answers with their bytes. */

export type Asked =
  | { readonly blank: { readonly company: string; readonly renewalMonth?: string } }
  | { readonly filled: Model; readonly company: string }
  | { readonly print: Model; readonly company: string };

export type Written = {
  readonly id: number;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly problem?: string;
};

function write(what: Asked): Promise<Uint8Array<ArrayBuffer>> {
  if ('blank' in what) return blankWorksheet(what.blank);
  return 'filled' in what ? filledWorksheet(what.filled, what.company) : filledPrint(what.print, what.company);
}

parentPort?.on('message', async ({ id, what }: { id: number; what: Asked }) => {
  const answer = await write(what).then(
    (bytes): Written => ({ id, bytes }),
    (error: unknown): Written => ({ id, problem: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(answer, answer.bytes ? [answer.bytes.buffer] : []);
});
