import type { Metadata } from 'next';
import './globals.css';

// Every page that ships script is rendered on request: the policy's nonce changes with each one.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Walk Position', template: '%s · Walk Position' },
  description: 'Where a buyer builds the one thing every Microsoft negotiation rests on: being prepared to leave.',
  robots: { index: false, follow: false },
};

export default function RootLayout({ children }: LayoutProps<'/'>) {
  return (
    <html lang="en-GB">
      <body className="bg-paper text-ink antialiased">{children}</body>
    </html>
  );
}
