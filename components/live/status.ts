/** What a stream's address answers, asked once and not listened to: EventSource does not say. 0 where it is not reached. */
export async function statusOf(path: string): Promise<number> {
  const asked = new AbortController();
  const status = await fetch(path, { signal: asked.signal }).then(
    (response) => response.status,
    () => 0,
  );
  asked.abort();
  return status;
}
