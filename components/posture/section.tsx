'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';

/** A part of the room, under its heading. */
export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className="mt-12 scroll-mt-6 border-t border-rule pt-6"
    >
      <h2 id={`${id}-title`} className="text-2xl">
        {title}
      </h2>
      <p className="mt-1 max-w-2xl text-muted">{lead}</p>
      {children}
    </section>
  );
}

/** A form that is opened by a button and closes when it is done. */
export function Opened({
  label,
  look = 'primary',
  children,
}: {
  label: string;
  look?: 'primary' | 'quiet';
  children: (done: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div className="mt-4 print:hidden">
      {open ? (
        <div className="rounded-lg border border-rule bg-surface p-4 sm:p-5">{children(() => setOpen(false))}</div>
      ) : (
        <Button look={look} onClick={() => setOpen(true)}>
          {label}
        </Button>
      )}
    </div>
  );
}

/** Words under a small heading; nothing where there are none. */
export function Said({ label, children }: { label: string; children: string }) {
  if (!children) return null;
  return (
    <div className="mt-3">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="max-w-2xl whitespace-pre-line">{children}</dd>
    </div>
  );
}
