import Link from 'next/link';
import { Wordmark } from '@/components/ui/wordmark';

export default function AuthLayout({ children }: LayoutProps<'/'>) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-lg flex-col px-5 py-10">
      <Link href="/" className="w-fit">
        <Wordmark />
      </Link>
      <main className="mt-12 grow">{children}</main>
    </div>
  );
}
