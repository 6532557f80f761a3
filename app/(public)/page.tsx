import Link from 'next/link';
import { TwoVersions } from '@/components/front/two-versions';
import { buttonClass } from '@/components/ui/button';
import { Wordmark } from '@/components/ui/wordmark';

const parts = [
  {
    title: 'Cost the real alternative',
    text: 'A competitor, a hybrid or a smaller footprint, line by line: low, likely and high, each with what it rests on.',
  },
  {
    title: 'Hold the two switching costs apart',
    text: 'What leaving honestly costs on one side, what the account team says it costs on the other, and what lies between.',
  },
  {
    title: 'Draw the line before the talks',
    text: 'Leadership signs the all-in cost above which the organisation would really go. It is dated, and it can go stale.',
  },
  {
    title: 'Read the deal plainly',
    text: 'Walk, press or sign: one sentence with what it rests on. When the figures say stay, so does the page.',
  },
];

export default function Front() {
  return (
    <div className="mx-auto max-w-7xl px-4 pb-16 sm:px-8">
      <header className="flex items-center justify-between gap-4 pt-4">
        <Wordmark />
        <Link href="/sign-in" className={buttonClass('quiet')}>
          Sign in
        </Link>
      </header>
      <main>
        <div className="grid items-center gap-x-16 gap-y-12 py-12 sm:py-20 lg:grid-cols-[11fr_9fr]">
          <section>
            <h1 className="text-4xl leading-tight sm:text-6xl">Be genuinely prepared to leave.</h1>
            <p className="mt-6 text-lg leading-relaxed text-muted sm:text-xl">
              In a Microsoft renewal every concession comes from one belief on the other side of the table: that you
              might go. Walk Position is where an advisory firm and its client build that position quietly and in
              advance, and see for themselves whether the deal on offer is worth signing.
            </p>
            <Link href="/sign-in" className={`mt-10 ${buttonClass()}`}>
              Open the portal
            </Link>
          </section>
          <TwoVersions />
        </div>
        <section
          aria-label="What one does here"
          className="grid gap-x-10 gap-y-8 border-t border-rule py-12 sm:grid-cols-2 lg:grid-cols-4"
        >
          {parts.map((part) => (
            <div key={part.title}>
              <h2 className="text-xl">{part.title}</h2>
              <p className="mt-2 leading-relaxed text-muted">{part.text}</p>
            </div>
          ))}
        </section>
      </main>
    </div>
  );
}
