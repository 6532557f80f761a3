'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';

/**
 * A window above the page. Escape, or a click beside it, closes it; the focus goes back to where it came from. It
 * begins at what is marked `data-first`, else at the first thing that takes it.
 */
export function Dialog({
  title,
  onClose,
  children,
  full = false,
  wide = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Covers the whole screen of a phone, and shows no title of its own. */
  readonly full?: boolean;
  readonly wide?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    const before = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    return () => {
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      {...(full ? { 'aria-label': title } : { 'aria-labelledby': titleId })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
      className={`bg-surface text-ink backdrop:bg-black/40 ${full ? 'm-0 size-full max-h-none max-w-none overflow-y-auto p-4' : `m-auto max-h-[90dvh] overflow-y-auto rounded-lg border border-rule p-6 ${wide ? 'w-[min(72rem,calc(100vw-2rem))]' : 'w-[min(36rem,calc(100vw-2rem))]'}`}`}
    >
      {!full && (
        <h2 id={titleId} className="text-2xl">
          {title}
        </h2>
      )}
      {children}
    </dialog>
  );
}
