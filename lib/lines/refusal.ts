import type { BenchEvent } from '@/lib/lines/bench';
import { type Field, fieldNames } from '@/lib/lines/fields';
import type { LineEdit } from '@/lib/lines/schema';
import type { OtherSide } from '@/lib/lines/view';
import type { ActionError } from '@/lib/server/errors';

/** What a refusal means for the lines that were sent; that an unknown one may be due to any of them; that nothing can be saved where it names none of them. */
export function eventOfRefusal(
  error: ActionError | undefined,
  edits: readonly LineEdit[],
): Extract<BenchEvent, { does: 'rebase' | 'refuse' | 'fail' }> | { readonly stopped: string } {
  const [first = '', second, third, fourth] = (error?.field ?? '').split('.');
  const why = error?.message ?? 'This was refused.';
  if (error?.code === 'unexpected') return { does: 'fail', why };
  // A request that did not even parse names the place in its list.
  const lineId =
    first === 'edits' ? edits[Number(second)]?.lineId : edits.find((edit) => edit.lineId === first)?.lineId;
  if (!error || !lineId) return { stopped: why };
  if (error.code === 'stale' && error.current) {
    return { does: 'rebase', lineId, theirs: error.current.value as OtherSide };
  }
  const named = first === 'edits' ? (fourth ?? third) : second;
  return { does: 'refuse', lineId, field: named && named in fieldNames ? (named as Field) : 'label', why };
}
