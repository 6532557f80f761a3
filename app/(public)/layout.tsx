import type { Metadata } from 'next';
import { environment } from '@/lib/server/environment';

/** The pages that anybody may find; the rest of the portal says that it is not to be. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(environment().origin),
    robots: { index: true, follow: true },
    openGraph: { siteName: 'Walk Position', type: 'website', locale: 'en_GB' },
    twitter: { card: 'summary_large_image' },
  };
}

export default function PublicLayout({ children }: LayoutProps<'/'>) {
  return children;
}
