import type { MetadataRoute } from 'next';
import { environment } from '@/lib/server/environment';

export const dynamic = 'force-dynamic';

export default function sitemap(): MetadataRoute.Sitemap {
  return ['/', '/worksheet', '/privacy'].map((path) => ({ url: `${environment().origin}${path}` }));
}
