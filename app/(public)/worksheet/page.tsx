import type { Metadata } from 'next';
import { PublicFrame } from '@/components/front/public-frame';
import { RequestForm } from '@/components/requests/request-form';
import { renewalMonths } from '@/lib/requests/months';
import { newStamp } from '@/lib/requests/stamp';
import { todayIn } from '@/lib/server/today';

export const metadata: Metadata = {
  title: 'Ask for the worksheet',
  description: 'A worksheet to cost the alternative to a Microsoft renewal honestly. Sent on request, by an advisor.',
  alternates: { canonical: '/worksheet' },
};

export default function Worksheet() {
  return (
    <PublicFrame>
      <div className="mx-auto max-w-xl py-10">
        <h1 className="text-4xl">Ask for the worksheet</h1>
        <p className="mt-3 text-lg text-muted">
          It takes a minute. An advisor reads what you write and sends a link to your work address, usually within two
          working days.
        </p>
        <RequestForm stamp={newStamp(new Date())} months={renewalMonths(todayIn('Europe/Berlin'))} />
      </div>
    </PublicFrame>
  );
}
