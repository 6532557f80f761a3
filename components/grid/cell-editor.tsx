'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Option } from '@/components/grid/columns';

/** Where the active cell goes when an edit is done. */
export type MoveOn = 'stay' | 'down' | 'up' | 'left' | 'right';

type Props = {
  readonly label: string;
  /** What it begins with: the cell's text, or the key that was struck. */
  readonly initial: string;
  /** The cell was typed over: arrows then leave it, as in a spreadsheet. */
  readonly over: boolean;
  readonly figures: boolean;
  readonly options: readonly Option[] | undefined;
  readonly free: boolean;
  readonly onType: (text: string) => void;
  readonly onDone: (text: string, moveOn: MoveOn) => void;
  readonly onCancel: () => void;
};

/** The text field in a cell, with a list under it where the column has one. Leaving it keeps what was typed. */
export function CellEditor({ label, initial, over, figures, options, free, onType, onDone, onCancel }: Props) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [text, setText] = useState(initial);
  const [touched, setTouched] = useState(over);
  const [picked, setPicked] = useState(-1);
  const shown = options ? matching(options, touched ? text : '') : [];

  useEffect(() => {
    input.current?.focus();
    if (over) input.current?.setSelectionRange(initial.length, initial.length);
    else input.current?.select();
  }, [over, initial]);

  function finish(moveOn: MoveOn, option = shown[picked]) {
    if (done.current) return;
    done.current = true;
    const only = !free && touched && shown.length === 1 ? shown[0] : undefined;
    onDone((option ?? only)?.name ?? text, moveOn);
  }

  function keyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const leaves = moveOnKey(event, over && !options);
    if (step && options && shown.length > 0) {
      event.preventDefault();
      setPicked((picked + step + shown.length) % shown.length);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      done.current = true;
      onCancel();
    } else if (leaves) {
      event.preventDefault();
      finish(leaves);
    }
  }

  return (
    <>
      <input
        ref={input}
        value={text}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        {...(options && {
          role: 'combobox',
          'aria-expanded': shown.length > 0,
          'aria-controls': listId,
          'aria-autocomplete': 'list',
          ...(picked >= 0 && { 'aria-activedescendant': `${listId}-${picked}` }),
        })}
        onChange={(event) => {
          setText(event.target.value);
          setTouched(true);
          setPicked(-1);
          onType(event.target.value);
        }}
        onKeyDown={keyDown}
        onBlur={() => finish('stay')}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
        className={`absolute inset-0 z-20 size-full bg-surface px-2 text-sm outline-2 -outline-offset-2 outline-accent ${figures ? 'text-right' : ''}`}
      />
      {options && shown.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          className="absolute top-full left-0 z-30 max-h-64 min-w-full overflow-y-auto rounded-b-md border border-strong-rule bg-surface py-1 text-left shadow-lg"
        >
          {shown.map((option, index) => (
            <div
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === picked}
              onPointerDown={(event) => {
                event.preventDefault();
                finish('stay', option);
              }}
              className={`cursor-pointer px-3 py-1.5 whitespace-nowrap ${index === picked ? 'bg-sunken font-medium' : 'hover:bg-sunken'}`}
            >
              {option.name}
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function matching(options: readonly Option[], text: string): readonly Option[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return options;
  return options.filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** Enter and Tab leave a cell; where it was typed over, arrows do too. */
function moveOnKey({ key, shiftKey }: KeyboardEvent, arrows: boolean): MoveOn | null {
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  if (!arrows) return null;
  const moves: Readonly<Record<string, MoveOn>> = {
    ArrowUp: 'up',
    ArrowDown: 'down',
    ArrowLeft: 'left',
    ArrowRight: 'right',
  };
  return moves[key] ?? null;
}
