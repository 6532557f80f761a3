import { expect, it } from 'vitest';
import { asksToUndo } from './undo-key';

const ctrlZ = { key: 'z', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
const field = { value: '3', defaultValue: '3', inForm: false };

it('Ctrl+Z and ⌘Z take back the last change, from a bar or from a field as it was', () => {
  expect(asksToUndo(ctrlZ, null)).toBe(true);
  expect(asksToUndo({ ...ctrlZ, ctrlKey: false, metaKey: true }, null)).toBe(true);
  expect(asksToUndo(ctrlZ, field)).toBe(true);
});

it('leaves to the browser what is being typed', () => {
  expect(asksToUndo(ctrlZ, { ...field, value: '34' })).toBe(false);
  expect(asksToUndo(ctrlZ, { ...field, inForm: true })).toBe(false);
});

it.each([
  { ...ctrlZ, ctrlKey: false },
  { ...ctrlZ, shiftKey: true },
  { ...ctrlZ, altKey: true },
  { ...ctrlZ, key: 'y' },
])('is no other key', (press) => {
  expect(asksToUndo(press, null)).toBe(false);
});
