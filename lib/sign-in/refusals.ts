/** Why somebody is back at the sign-in page, in words they can act on. */
const refusals = {
  spent: {
    title: 'That did not sign you in',
    text: 'The link was used already, or its fifteen minutes are over. Ask for a new one below.',
  },
  unknown: {
    title: 'Nobody here has that address',
    text: 'Your organisation vouches for you, but you have not been invited with the address it gave. Ask whoever works with you here to invite it.',
  },
  unverified: {
    title: 'Your organisation did not confirm your address',
    text: 'Without a confirmed e-mail address we cannot tell that you are the person who was invited. Use an e-mail link instead, or ask your administrator to release a verified address.',
  },
  issuer: {
    title: 'Your organisation did not sign you in',
    text: 'Its answer was missing, had run out, or did not match this browser. Try again, or use an e-mail link.',
  },
} as const;

type Refusal = (typeof refusals)[keyof typeof refusals];

/** From the query of the sign-in page: `refused` is ours, `error` is next-auth's. */
export function refusalOf(query: Readonly<Record<string, string | string[] | undefined>>): Refusal | null {
  if (typeof query.refused === 'string' && Object.hasOwn(refusals, query.refused)) {
    return refusals[query.refused as keyof typeof refusals];
  }
  return 'error' in query ? refusals.issuer : null;
}
