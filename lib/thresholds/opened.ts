import { allInCost, lineTotals } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';
import { parseModelJson } from '@/lib/model-file/parse';
import type { SnapshotView } from '@/lib/thresholds/view';

/** Opens a kept snapshot: what the offer and the chosen alternative in it cost, line by line. */
export function openedSnapshot(hash: string, content: string, keptFor: readonly string[]): SnapshotView {
  const model = modelIn(content);
  const chosen = model?.alternatives.find(({ id }) => id === model.chosen);
  const lines = model
    ? [
        ...priced('Offer', model.offer.lines, lineTotals(model.offer.lines, model, model.offer)),
        ...(chosen ? priced(chosen.label, chosen.lines, lineTotals(chosen.lines, model)) : []),
      ]
    : [];
  return {
    hash,
    keptFor,
    offer:
      model && model.offer.lines.length > 0
        ? {
            label: model.offer.label,
            presentValue: allInCost(model.offer.lines, model, 'likely', model.offer),
          }
        : null,
    alternative:
      model && chosen ? { label: chosen.label, presentValue: allInCost(chosen.lines, model, 'likely') } : null,
    lines,
  };
}

function priced(
  side: string,
  lines: readonly { id: string; label: string }[],
  totals: readonly { id: string; presentValue: number }[],
): SnapshotView['lines'] {
  return totals.map(({ id, presentValue }) => ({
    key: id,
    label: `${side}: ${lines.find((line) => line.id === id)?.label ?? id}`,
    presentValue,
  }));
}

/** The model file a snapshot holds; null where it holds none that can be read. */
function modelIn(content: string): Model | null {
  const kept = JSON.parse(content) as { model?: unknown };
  const parsed = parseModelJson(kept.model);
  return parsed.ok ? parsed.model : null;
}
