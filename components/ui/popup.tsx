'use client';

import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';

/** A button with a small window below it, which closes by Escape or a click elsewhere. */
export function Popup({
  trigger,
  label,
  className,
  children,
}: {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    <Popover.Root>
      <Popover.Trigger className={className}>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" className="z-50">
          <Popover.Popup
            aria-label={label}
            className="max-h-[70dvh] overflow-y-auto rounded-lg border border-strong-rule bg-surface p-4 text-sm text-ink shadow-lg"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
