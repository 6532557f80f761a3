'use client';

import { Search } from 'lucide-react';
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';

type Palette = ComponentType<{ readonly onClose: () => void }>;

/** Opens the palette, as Ctrl+K does everywhere. Its own code comes when it is first wanted. */
export function PaletteButton() {
  const [palette, setPalette] = useState<{ readonly it: Palette } | null>(null);
  const [open, setOpen] = useState(false);
  const toggle = useEffectEvent(async () => {
    if (open) return setOpen(false);
    if (!palette) {
      const { Palette: it } = await import('@/components/palette/palette');
      setPalette({ it });
    }
    setOpen(true);
  });
  useEffect(() => {
    // Heard before a grid or a dialog keeps it for itself. A dialog that asks something is answered first.
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      event.stopPropagation();
      if (!document.querySelector('dialog[open]:not([data-palette])')) void toggle();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  const Shown = palette?.it;
  return (
    <>
      <button
        type="button"
        aria-label="Find or do, Ctrl K"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={() => void toggle()}
        className="inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-2 text-muted hover:text-ink sm:min-w-0"
      >
        <Search aria-hidden="true" className="size-4" />
        <kbd className="rounded border border-rule px-1.5 font-sans text-xs max-lg:hidden">Ctrl K</kbd>
      </button>
      {open && Shown && <Shown onClose={() => setOpen(false)} />}
    </>
  );
}
