import type { Metadata } from 'next';
import { PublicFrame } from '@/components/front/public-frame';
import { environment } from '@/lib/server/environment';

export const metadata: Metadata = {
  title: 'Privacy',
  description: 'What is kept of whoever asks for the worksheet, who reads it, and how long it stays.',
  alternates: { canonical: '/privacy' },
};

export default function Privacy() {
  const { requestMonths } = environment();
  const kept = requestMonths === 12 ? 'twelve months' : `${requestMonths} months`;
  const parts = [
    [
      'What we keep',
      'What you write in the form, when you sent it, and the words you agreed to. No address of your computer is kept with it; to hold off floods of requests, a keyed mark of the network it came from is counted, and gone within a day.',
    ],
    [
      'Who reads it',
      'The firm’s advisors, to answer you. Nobody else: no advertising, no list, no third party, nothing on these pages that follows you, and no picture in a mail that tells us you have opened it.',
    ],
    [
      'How long it stays',
      `If nothing comes of it, ${kept} after it was last dealt with it is erased by itself. With the link in the mail you can have it erased at once, at any time.`,
    ],
    ['Cookies', 'These pages set none. Signing in sets one, which says who you are for as long as you are signed in.'],
  ] as const;
  return (
    <PublicFrame>
      <div className="max-w-prose py-10">
        <h1 className="text-4xl">Privacy</h1>
        {parts.map(([heading, text]) => (
          <section key={heading} className="mt-8">
            <h2 className="text-xl">{heading}</h2>
            <p className="mt-2 leading-relaxed text-muted">{text}</p>
          </section>
        ))}
      </div>
    </PublicFrame>
  );
}
