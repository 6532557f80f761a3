/** The answers one chooses from, and how they are said. */
export const agreements = {
  ea: 'Enterprise Agreement',
  mca: 'Microsoft Customer Agreement',
  csp: 'Through a partner (CSP)',
  mpsa: 'MPSA or Open Value',
  unsure: 'Another, or not sure',
} as const;

export const seatBands = {
  '1-249': 'Fewer than 250',
  '250-999': '250 to 999',
  '1000-4999': '1,000 to 4,999',
  '5000-19999': '5,000 to 19,999',
  '20000-': '20,000 or more',
} as const;

export const requestStates = ['new', 'released', 'converted', 'declined', 'spam'] as const;

export type RequestState = (typeof requestStates)[number];
export type Agreement = keyof typeof agreements;
export type SeatBand = keyof typeof seatBands;

/** What is agreed to when asking. Another wording is another version: what was agreed to stays with the request. */
export const consent = {
  version: '2026-11',
  text: 'Keep what I have written here to answer my request, and send the worksheet to this address. If nothing comes of it, it is erased in the time that the privacy page names, and at once when I ask for it.',
} as const;
