'use client';

import { useRef } from 'react';

type Places = { readonly ids: readonly string[]; readonly places: ReadonlyMap<string, number> };

/**
 * Finds an item by its id. An edit puts another item in the same place, so places are kept while the order is the
 * same: with ten thousand items a map made anew for each edit would be felt at the keys.
 */
export function useLookup<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
): (id: string) => Item | undefined {
  // Places are kept between renders, which the compiler's memory does not know of.
  'use no memo';
  const kept = useRef<Places>({ ids: [], places: new Map() });
  const { ids } = kept.current;
  const same = ids.length === items.length && items.every((item, index) => idOf(item) === ids[index]);
  if (!same) {
    const now = items.map(idOf);
    kept.current = { ids: now, places: new Map(now.map((id, index) => [id, index])) };
  }
  const { places } = kept.current;
  return (id) => {
    const place = places.get(id);
    return place === undefined ? undefined : items[place];
  };
}
