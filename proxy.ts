import { type NextRequest, NextResponse } from 'next/server';

/**
 * The content policy of pages, with a nonce of its own each time; every other header is the edge's
 * (scripts/portal/edge.ts). Nothing is authorised here. Scripts run by nonce alone. Styles of single elements may
 * be inline: they position the pictures.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const develops = process.env.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${develops ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${develops ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${develops ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  // A page cannot see its own address: whoever must sign in first comes back to it.
  headers.set('x-walk-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!_next/|api/|icon.svg|opengraph-image|robots.txt|sitemap.xml).*)'] };
