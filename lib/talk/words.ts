/** What is written in a comment: plain text, the people it names, and addresses one can follow. */

export type Named = { readonly id: string; readonly name: string };

export type Part =
  | { readonly kind: 'text' | 'link'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string; readonly id: string };

/** A comment in parts, in order; together they are the comment. */
export function partsOf(body: string, people: readonly Named[]): Part[] {
  const parts: Part[] = [];
  let text = '';
  let at = 0;
  const take = (part: Part) => {
    if (text) parts.push({ kind: 'text', text });
    text = '';
    parts.push(part);
    at += part.text.length;
  };
  while (at < body.length) {
    const boundary = at === 0 || !/[\p{L}\p{N}_@]/u.test(body[at - 1] ?? '');
    const mention = boundary && body[at] === '@' ? mentionAt(body, at, people) : null;
    const link = boundary ? linkAt(body, at) : null;
    if (mention) take(mention);
    else if (link) take(link);
    else text += body[at++];
  }
  if (text) parts.push({ kind: 'text', text });
  return parts;
}

/** The ids of the people a comment names, each once. Two of the same name are both meant. */
export function mentionsIn(body: string, people: readonly Named[]): string[] {
  const named = new Set<string>();
  for (const part of partsOf(body, people)) {
    if (part.kind !== 'mention') continue;
    const name = part.text.slice(1).toLowerCase();
    for (const person of people) if (person.name.toLowerCase() === name) named.add(person.id);
  }
  return [...named];
}

/** "@" and a whole name, the longest there is: "@Ines Halder-Weiss" does not name Ines Halder. */
function mentionAt(body: string, at: number, people: readonly Named[]): Extract<Part, { kind: 'mention' }> | null {
  let found: Named | null = null;
  for (const person of people) {
    const end = at + 1 + person.name.length;
    if (body.slice(at + 1, end).toLowerCase() !== person.name.toLowerCase()) continue;
    if (/[\p{L}\p{N}_-]/u.test(body[end] ?? '')) continue;
    if (!found || person.name.length > found.name.length) found = person;
  }
  return found && { kind: 'mention', id: found.id, text: body.slice(at, at + 1 + found.name.length) };
}

/** An address of the web, without the full stop or bracket that ends the sentence around it. */
function linkAt(body: string, at: number): Part | null {
  const text = /^https?:\/\/[^\s<>"]+/.exec(body.slice(at, at + 2000))?.[0].replace(/[.,;:!?)\]}'’”]+$/, '');
  return text && URL.canParse(text) ? { kind: 'link', text } : null;
}
