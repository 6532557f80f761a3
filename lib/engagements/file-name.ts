/** A client's name as the name of a file, in letters every system takes. */
export function fileNameOf(client: string): string {
  return (
    client
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'engagement'
  );
}
