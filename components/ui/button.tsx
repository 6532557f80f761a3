import type { ComponentProps } from 'react';

const looks = {
  primary: 'bg-accent text-on-accent hover:opacity-90',
  quiet: 'border border-strong-rule bg-surface text-ink hover:bg-sunken',
  plain: 'text-accent underline underline-offset-4 hover:no-underline',
  danger: 'border border-bad text-bad bg-surface hover:bg-bad-ground',
} as const;

/** The class of a button, for links that look like one. */
export function buttonClass(look: keyof typeof looks = 'primary'): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-md px-4 py-2 text-sm font-medium transition-opacity disabled:cursor-not-allowed disabled:opacity-60 ${looks[look]}`;
}

export function Button({
  look = 'primary',
  type = 'button',
  className = '',
  ...rest
}: ComponentProps<'button'> & { look?: keyof typeof looks }) {
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />;
}
