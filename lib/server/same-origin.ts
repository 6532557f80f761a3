/** Whether a posted form comes from a page of this site. A browser always names the origin of a post. */
export function isSameOrigin(request: Request, origin: string): boolean {
  const from = request.headers.get('origin');
  if (!from || !URL.canParse(from)) return false;
  return new URL(from).host === request.headers.get('host') || from === origin;
}
