/** The answer that carries a stream of server-sent events. */
export function streamResponse(stream: ReadableStream<Uint8Array>): Response {
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Neither compressed nor held back on its way.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** The answer to whoever has too many windows listening already. */
export function tooManyStreams(): Response {
  return new Response(null, { status: 429, headers: { 'retry-after': '60' } });
}
