/** What a key does in a grid that is not being typed in: the WAI-ARIA map, and what spreadsheets taught everybody. */
export type GridCommand =
  | { readonly does: 'move'; readonly to: Destination; readonly extend: boolean }
  | { readonly does: 'edit' }
  | { readonly does: 'replace'; readonly text: string }
  | { readonly does: 'clear' | 'fill down' | 'select all' | 'select row' | 'select column' | 'collapse' }
  /** Moves the lines that are selected, not the cursor. */
  | { readonly does: 'shift'; readonly by: -1 | 1 }
  | { readonly does: 'undo' | 'redo' | 'open' | 'add' };

export type Destination =
  | 'here'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row start'
  | 'row end'
  | 'top'
  | 'bottom'
  | 'first cell'
  | 'last cell'
  | 'page up'
  | 'page down';

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

const plain: Readonly<Record<string, Destination>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'row start',
  End: 'row end',
  PageUp: 'page up',
  PageDown: 'page down',
};

const withControl: Readonly<Record<string, Destination>> = {
  ArrowUp: 'top',
  ArrowDown: 'bottom',
  ArrowLeft: 'row start',
  ArrowRight: 'row end',
  Home: 'first cell',
  End: 'last cell',
};

/** Null where the key is the browser's: Tab leaves the grid, copy and paste come as their own events. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): GridCommand | null {
  if (altKey) return withAlt(key);
  const control = ctrlKey || metaKey;
  const destination = (control ? withControl : plain)[key];
  if (destination) return { does: 'move', to: destination, extend: shiftKey };
  if (key === ' ' && shiftKey) return { does: 'select row' };
  if (key === ' ' && control) return { does: 'select column' };
  if (control) return withControlKey(key.toLowerCase(), shiftKey);
  if (key === 'Enter' || key === 'F2') return { does: 'edit' };
  if (key === 'Escape') return { does: 'collapse' };
  if (key === 'Delete' || key === 'Backspace') return { does: 'clear' };
  return key.length === 1 ? { does: 'replace', text: key } : null;
}

function withAlt(key: string): GridCommand | null {
  if (key === 'ArrowUp') return { does: 'shift', by: -1 };
  return key === 'ArrowDown' ? { does: 'shift', by: 1 } : null;
}

function withControlKey(key: string, shiftKey: boolean): GridCommand | null {
  if (key === 'd') return { does: 'fill down' };
  if (key === 'a') return { does: 'select all' };
  if (key === 'y' || (key === 'z' && shiftKey)) return { does: 'redo' };
  if (key === 'z') return { does: 'undo' };
  if (key === 'enter') return { does: shiftKey ? 'add' : 'open' };
  return null;
}

export type Place = { readonly row: number; readonly column: number };

/** Where a move ends in a grid of so many rows and columns. */
export function placeAfter(
  { row, column }: Place,
  to: Destination,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Place {
  const inside = (place: Place): Place => ({
    row: Math.max(0, Math.min(rows - 1, place.row)),
    column: Math.max(0, Math.min(columns - 1, place.column)),
  });
  switch (to) {
    case 'here':
      return inside({ row, column });
    case 'up':
      return inside({ row: row - 1, column });
    case 'down':
      return inside({ row: row + 1, column });
    case 'left':
      return inside({ row, column: column - 1 });
    case 'right':
      return inside({ row, column: column + 1 });
    case 'row start':
      return { row, column: 0 };
    case 'row end':
      return inside({ row, column: columns });
    case 'top':
      return { row: 0, column };
    case 'bottom':
      return inside({ row: rows, column });
    case 'first cell':
      return { row: 0, column: 0 };
    case 'last cell':
      return inside({ row: rows, column: columns });
    case 'page up':
      return inside({ row: row - page, column });
    case 'page down':
      return inside({ row: row + page, column });
  }
}
