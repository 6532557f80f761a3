/**
 * Whether a posted form comes from a page of this site. Under our referrer policy a browser names no origin
 * with a form, so its own word on where the request was made counts first; Origin is for those that do not say.
 */
export function isSameOrigin(request: Request, origin: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const from = request.headers.get('origin');
  if (!from || !URL.canParse(from)) return false;
  return new URL(from).host === request.headers.get('host') || from === origin;
}
