import { useEffect, useEffectEvent } from 'react';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** A field somebody types in: what it says now, and what it said when they began. */
type Field = { readonly value: string; readonly defaultValue: string; readonly inForm: boolean };

/** Ctrl+Z or ⌘Z takes back the last change, unless it is the browser's to take back what is typed in a field. */
export function asksToUndo(press: Press, field: Field | null): boolean {
  if (press.key.toLowerCase() !== 'z' || !(press.ctrlKey || press.metaKey) || press.shiftKey || press.altKey) {
    return false;
  }
  return field === null || (!field.inForm && field.value === field.defaultValue);
}

export function useUndoKey(undo: (() => void) | null): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!undo || event.defaultPrevented || !asksToUndo(event, fieldOf(event.target))) return;
    event.preventDefault();
    undo();
  });
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function fieldOf(target: EventTarget | null): Field | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return null;
  if (target.type === 'checkbox') return null;
  const inForm = target instanceof HTMLTextAreaElement || target.form !== null;
  return { value: target.value, defaultValue: target.defaultValue, inForm };
}
