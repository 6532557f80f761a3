import { fills, type Tone } from './tones';

/** Names the colours where a mark leaves no room to be named itself. */
export function Key({ entries }: { entries: readonly { readonly tone: Tone; readonly name: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pb-3 text-sm" aria-hidden="true">
      {entries.map(({ tone, name }) => (
        <li key={tone} className="inline-flex items-center gap-2">
          <svg className="size-3" aria-hidden="true">
            <rect width="12" height="12" className={fills[tone]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
