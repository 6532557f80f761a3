'use client';

import { useMemo } from 'react';
import { usePresence } from '@/components/live/use-presence';
import type { Named } from '@/lib/talk/words';

/** The names of whoever is at a cell, by the line's id and then by the column's. */
export type Visitors = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Somebody who is at a line of this side at this moment. */
export type Visitor = { readonly id: string; readonly name: string; readonly lineId: string };

/** Others who are at lines at this moment, and a way to say at which cell oneself is. */
export function useLineVisitors(people: readonly Named[]): {
  readonly visitors: Visitors;
  readonly here: readonly Visitor[];
  readonly moveTo: (lineId: string | null, columnId?: string) => void;
} {
  const { others, moveTo } = usePresence();
  const here = useMemo(() => {
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return others.flatMap(({ by, place }) => {
      const [kind, lineId = '', columnId = 'label'] = place.split(':');
      return kind === 'line' ? [{ id: by, name: names.get(by) ?? 'Somebody', lineId, columnId }] : [];
    });
  }, [others, people]);
  const visitors = useMemo(() => {
    const lines = new Map<string, Map<string, string>>();
    for (const { lineId, columnId, name } of here) {
      const cells = lines.get(lineId) ?? new Map<string, string>();
      const before = cells.get(columnId);
      lines.set(lineId, cells.set(columnId, before ? `${before}, ${name}` : name));
    }
    return lines;
  }, [here]);
  return {
    visitors,
    here,
    moveTo: (lineId, columnId) => moveTo(lineId === null ? null : ['line', lineId, columnId].filter(Boolean).join(':')),
  };
}
