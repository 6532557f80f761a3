import { PublicFrame } from '@/components/front/public-frame';

export const metadata = { title: 'Your request is erased', robots: { index: false, follow: false } };

export default function Erased() {
  return (
    <PublicFrame>
      <div className="max-w-xl py-16 sm:py-24">
        <h1 className="text-3xl sm:text-4xl">Your request is erased</h1>
        <p className="mt-3 text-lg text-muted">
          Nothing that you wrote is kept any longer, and no link of yours opens anything.
        </p>
      </div>
    </PublicFrame>
  );
}
