import { describe, expect, it } from 'vitest';
import { commandOf, placeAfter } from '@/components/grid/keyboard';

const key = (name: string, held: string[] = []) =>
  commandOf({
    key: name,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  });

describe('keys in a grid', () => {
  it.each([
    ['ArrowDown', [], { does: 'move', to: 'down', extend: false }],
    ['ArrowRight', ['shift'], { does: 'move', to: 'right', extend: true }],
    ['ArrowDown', ['ctrl', 'shift'], { does: 'move', to: 'bottom', extend: true }],
    ['Home', [], { does: 'move', to: 'row start', extend: false }],
    ['End', ['ctrl'], { does: 'move', to: 'last cell', extend: false }],
    ['Enter', [], { does: 'edit' }],
    ['F2', [], { does: 'edit' }],
    ['Escape', [], { does: 'collapse' }],
    ['Delete', [], { does: 'clear' }],
    ['5', [], { does: 'replace', text: '5' }],
    ['d', ['ctrl'], { does: 'fill down' }],
    ['z', ['meta'], { does: 'undo' }],
    ['Z', ['ctrl', 'shift'], { does: 'redo' }],
    ['Enter', ['ctrl'], { does: 'open' }],
    [' ', ['shift'], { does: 'select row' }],
    ['ArrowUp', ['alt'], { does: 'shift', by: -1 }],
  ] as const)('%s with %j', (name, held, command) => {
    expect(key(name, [...held])).toEqual(command);
  });

  it.each([
    ['Tab', []],
    ['Tab', ['shift']],
    ['c', ['ctrl']],
    ['v', ['meta']],
    ['F5', []],
    ['ArrowLeft', ['alt']],
  ])('%s with %j stays the browser’s', (name, held) => {
    expect(key(name, held)).toBeNull();
  });

  it('a move stays inside', () => {
    const size = { rows: 10, columns: 4, page: 5 };
    expect(placeAfter({ row: 9, column: 3 }, 'down', size)).toEqual({ row: 9, column: 3 });
    expect(placeAfter({ row: 2, column: 1 }, 'page up', size)).toEqual({ row: 0, column: 1 });
    expect(placeAfter({ row: 2, column: 1 }, 'last cell', size)).toEqual({ row: 9, column: 3 });
  });
});
