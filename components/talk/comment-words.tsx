import { Fragment } from 'react';
import { type Named, partsOf } from '@/lib/talk/words';

/** A comment as it was written: plain text, people it names in bold, addresses one can follow. */
export function CommentWords({ body, people }: { readonly body: string; readonly people: readonly Named[] }) {
  let at = 0;
  return (
    <p className="mt-0.5 whitespace-pre-line break-words">
      {partsOf(body, people).map((part) => {
        const key = at;
        at += part.text.length;
        if (part.kind === 'mention') return <strong key={key}>{part.text}</strong>;
        if (part.kind === 'text') return <Fragment key={key}>{part.text}</Fragment>;
        return (
          <a
            key={key}
            href={part.text}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="underline underline-offset-4"
          >
            {part.text}
          </a>
        );
      })}
    </p>
  );
}
