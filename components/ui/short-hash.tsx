/** A SHA-256 by its first digits; the whole of it on demand. */
export function ShortHash({ of, hash }: { of: string; hash: string }) {
  return (
    <details className="text-xs text-muted">
      <summary className="inline-flex min-h-11 cursor-pointer items-center sm:min-h-8">
        <span>
          <span className="sr-only">SHA-256 of {of}: </span>
          <span className="font-mono">{hash.slice(0, 10)}…</span>
        </span>
      </summary>
      <span className="font-mono break-all">{hash}</span>
    </details>
  );
}
