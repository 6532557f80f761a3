import type { StoryPosture } from '../story';

/** What Averna has said to its account team, shown them, and how they tested it. Made up, like the people. */
export const posture: StoryPosture = {
  negotiators: ['advisor', 'cio'],
  contacts: [
    {
      daysAgo: 150,
      withWhom: 'Account executive',
      theySaid: 'The offer is the best of the region, and it ends with the quarter.',
      weSaid: 'We thank you for it, and we shall read it line by line.',
      theyAsked: 'Whether a competitor is in the house.',
      walk: 'none',
    },
    {
      daysAgo: 76,
      withWhom: 'Account executive and licensing specialist',
      theySaid: 'Nobody of this size moves in a year.',
      weSaid: 'In the heat of the meeting: “Then we shall leave, and you will read it in the press.”',
      theyAsked: 'When, with whom, and who had decided it.',
      walk: 'spoken',
      recovery: {
        daysAgo: 71,
        what: 'The CIO called the account executive: the sentence was said in the heat, nothing is decided, the preparation goes on as it did. Leadership and every negotiator had the wording on the same day. It was not said again.',
      },
    },
    {
      daysAgo: 24,
      withWhom: 'Account executive',
      theySaid: 'There may be room in the commitment.',
      weSaid: 'We look forward to seeing it in writing.',
      theyAsked: 'How the pilot went.',
      walk: 'evident',
    },
  ],
  sightings: [
    {
      kind: 'demonstration',
      daysAgo: 62,
      what: 'The pilot at work: a morning with the plant’s planning team',
      shownBy: 'CIO',
      shownTo: 'Account executive',
      answer: 'Silence, then a question about identity.',
    },
    {
      kind: 'statement',
      daysAgo: 24,
      what: '“Our timeline is our own, and we are on it.”',
      shownBy: 'CIO',
      shownTo: 'Account executive',
      answer: '',
    },
  ],
  tests: [
    {
      kind: 'deadline',
      daysAgo: 58,
      theyDid: 'The price was said to end on Friday at noon.',
      weDid: 'Nothing. Friday passed, and nobody called.',
      outcome: 'held',
      taught: 'The price was there on Monday, and it was lower. Their dates are theirs.',
    },
    {
      kind: 'over heads',
      daysAgo: 17,
      theyDid: 'A vice president wrote to the CFO, past the CIO.',
      weDid: 'The CFO answered in two lines that the CIO speaks for Averna, with the CIO in copy.',
      outcome: null,
      taught: '',
    },
  ],
  brief: {
    say: 'We prepare for either course, calmly and completely.\nPut it in writing, and we shall read it line by line.\nOur timeline is our own.',
    neverSay:
      'That we leave, or shall leave.\nA number of our own, or a date of our own.\nWho our supplier would be.\nWhat leadership has agreed.',
    speakers: 'The CIO speaks. The advisor answers on terms. Everybody else listens and passes on what they heard.',
    acknowledgedBy: ['advisor'],
  },
  summary: { approvedBy: 'cfo', downloadedBy: 'advisor' },
};
