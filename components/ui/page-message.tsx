import type { ReactNode } from 'react';

/** A page that is nothing but a message: what happened, and where to go from here. */
export function PageMessage({ title, children, action }: { title: string; children: ReactNode; action: ReactNode }) {
  return (
    <div className="max-w-xl py-16 sm:py-24">
      <title>{`${title} · Walk Position`}</title>
      <h1 className="text-3xl sm:text-4xl">{title}</h1>
      <p className="mt-3 text-lg text-muted">{children}</p>
      <div className="mt-8">{action}</div>
    </div>
  );
}
