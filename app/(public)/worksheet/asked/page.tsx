import { PublicFrame } from '@/components/front/public-frame';

export const metadata = { title: 'Thank you', robots: { index: false, follow: false } };

export default function Asked() {
  return (
    <PublicFrame>
      <div className="max-w-xl py-16 sm:py-24">
        <h1 className="text-3xl sm:text-4xl">Thank you</h1>
        <p className="mt-3 text-lg text-muted">
          An advisor will read what you wrote. If the worksheet is for you, a mail with a link of your own follows. If
          nothing comes within a few days, look among the unwanted mail.
        </p>
      </div>
    </PublicFrame>
  );
}
