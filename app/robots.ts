import type { MetadataRoute } from 'next';
import { environment } from '@/lib/server/environment';

export const dynamic = 'force-dynamic';

/** The portal's rooms are not for searches; nor are they linked from what is. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      disallow: [
        '/account',
        '/administration',
        '/api/',
        '/today',
        '/engagements',
        '/mailbox',
        '/requests',
        '/worksheet/download',
      ],
    },
    sitemap: `${environment().origin}/sitemap.xml`,
  };
}
