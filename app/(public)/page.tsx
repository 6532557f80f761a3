import type { Metadata } from 'next';
import Link from 'next/link';
import { PublicFrame } from '@/components/front/public-frame';
import { TwoVersions } from '@/components/front/two-versions';
import { WorksheetPicture } from '@/components/front/worksheet-picture';
import { buttonClass } from '@/components/ui/button';

export const metadata: Metadata = {
  title: { absolute: 'Walk Position: be genuinely prepared to leave' },
  description:
    'What a walk position is, why it is the one real lever in a Microsoft renewal, and a worksheet to build one.',
  alternates: { canonical: '/' },
};

const sheets = [
  ['The deal', 'Each line of the offer, and the terms that compound: uplifts, prices that are held and then are not.'],
  ['The alternative', 'What running without the deal costs, line by line: low, likely and high.'],
  ['Switching', 'Each kind of cost once honestly and once as the account team claims it, side by side.'],
  ['The plan', 'The steps of leaving and what waits for what, so that the last day to begin is known.'],
  ['The reading', 'All of it at today’s value, the months in which leaving pays for itself, and one plain sentence.'],
] as const;

const readers = [
  ['Who decides', 'A finance or technology leader who will sign, or not, and wants to know which is right.'],
  ['Who reckons', 'Controllers and licence managers who have the lines in a spreadsheet already.'],
  ['Who negotiates', 'Procurement that would rather be prepared than loud.'],
] as const;

const headingClass = 'text-2xl sm:text-3xl';
const textClass = 'mt-3 max-w-prose leading-relaxed text-muted';

export default function Front() {
  return (
    <PublicFrame>
      <div className="grid items-center gap-x-16 gap-y-12 py-12 sm:py-20 lg:grid-cols-[11fr_9fr]">
        <section>
          <h1 className="text-4xl leading-tight sm:text-6xl">Be genuinely prepared to leave.</h1>
          <p className="mt-6 text-lg leading-relaxed text-muted sm:text-xl">
            Whatever you are granted in a Microsoft renewal is granted because somebody across the table thinks you
            might go. A walk position makes that true: an alternative with its cost, a plan with its dates, and a line
            that leadership has agreed on.
          </p>
          <Link href="/worksheet" prefetch={false} className={`mt-10 ${buttonClass()}`}>
            Ask for the worksheet
          </Link>
        </section>
        <TwoVersions />
      </div>
      <section aria-labelledby="lever" className="grid gap-x-16 gap-y-8 border-t border-rule py-12 lg:grid-cols-2">
        <div>
          <h2 id="lever" className={headingClass}>
            Why it is the only real lever
          </h2>
          <p className={textClass}>
            Anchors, deadlines and rival quotes all draw on one thing: whether you could do without the deal. Somebody
            who cannot is only discussing how much to give up, and an account team hears it in the first meeting. So
            most of what it does, years ahead, is to make leaving look impossible.
          </p>
        </div>
        <div>
          <h2 className={headingClass}>Built quietly, seldom spoken</h2>
          <p className={textClass}>
            It is no threat. Said aloud without anything behind it, it is tested, and then it is gone for good. Built
            beforehand, it shows in how calmly you ask. Often the figures say that staying is right; then you sign
            knowing it. And when the all-in cost of the deal passes that of leaving, going is simply the better
            decision.
          </p>
        </div>
      </section>
      <section
        aria-labelledby="worksheet"
        className="grid items-start gap-x-16 gap-y-8 border-t border-rule py-12 lg:grid-cols-2"
      >
        <div>
          <h2 id="worksheet" className={headingClass}>
            What the worksheet holds
          </h2>
          <dl className="mt-4 space-y-3">
            {sheets.map(([name, text]) => (
              <div key={name}>
                <dt className="font-medium">{name}</dt>
                <dd className="text-muted">{text}</dd>
              </div>
            ))}
          </dl>
          <p className={textClass}>
            An Excel file without macros or links. Every figure is a formula, so your finance team can check it.
          </p>
        </div>
        <WorksheetPicture />
      </section>
      <section aria-labelledby="readers" className="border-t border-rule py-12">
        <h2 id="readers" className={headingClass}>
          Who it is for
        </h2>
        <div className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-3">
          {readers.map(([name, text]) => (
            <div key={name}>
              <h3 className="text-lg">{name}</h3>
              <p className="mt-1 leading-relaxed text-muted">{text}</p>
            </div>
          ))}
        </div>
      </section>
      <section aria-labelledby="sent" className="border-t border-rule py-12">
        <h2 id="sent" className={headingClass}>
          How it is sent
        </h2>
        <p className={textClass}>
          You ask, an advisor reads it and sends a link of your own to your work address, with your organisation and the
          month of your renewal on the file. No list, no reminders, no tracking.{' '}
          <Link href="/privacy" prefetch={false} className="underline underline-offset-4">
            What we keep, and for how long
          </Link>
          .
        </p>
        <Link href="/worksheet" prefetch={false} className={`mt-6 ${buttonClass()}`}>
          Ask for it
        </Link>
      </section>
    </PublicFrame>
  );
}
