import type { StoryNotes } from '../story';

/** What Averna's people attached to their rows and said about them. Made up, like the people. */
export const notes: StoryNotes = {
  evidence: [
    {
      by: 'controller',
      about: { line: 'h-suite' },
      file: {
        name: 'Quote of the competitor’s partner.eml',
        text: [
          'From: Offers <offers@partner.example>',
          'To: Jonas Weber <jonas.weber@averna.example>',
          'Subject: Your request for 3,300 seats',
          '',
          'Fictitious. 3,300 seats at EUR 13.50 a month, held for three years,',
          'then at most 3 % a year. With fewer than 2,500 seats it would be EUR 15.00.',
          '',
        ].join('\r\n'),
      },
    },
    {
      by: 'controller',
      about: { line: 'h-migration' },
      file: {
        name: 'Two fixed-price quotes.csv',
        text: 'scope;supplier A;supplier B\nmail;150000;190000\nfiles;170000;210000\nteams;90000;120000\nsum;410000;520000\n',
      },
    },
    {
      by: 'controller',
      about: { line: 'h-dip-1' },
      file: {
        name: 'Pilot, hours lost a head.csv',
        text: 'month;people;hours lost a head\n1;150;4.0\n2;150;2.0\n3;150;1.0\n4;150;0.5\n',
      },
    },
    {
      by: 'advisor',
      about: { line: 'h-integration' },
      note: 'Nine interfaces were rebuilt in the pilot at EUR 6,500 each, timesheets with the integration team. The three plant interfaces were not among them.',
    },
    {
      by: 'advisor',
      about: { claim: 'Migration services alone' },
      note: 'Both quotes are for the same scope as the account team’s own statement of work, read side by side.',
    },
    { by: 'cio', about: { step: 'identity' }, note: 'The supplier confirmed two months in the call of last week.' },
  ],
  threads: [
    {
      about: { line: 'h-integration' },
      says: [
        ['cio', 'Is the plant in Graz in these sixty-two? It has two interfaces that nobody has touched for years.'],
        ['controller', 'It is, at the high figure. I would rather measure one before the second wave.'],
      ],
    },
    {
      about: { line: 'h-migration' },
      says: [
        ['advisor', 'Does the lower quote hold the archive of the shared mailboxes?'],
        ['controller', 'It does: page 3 of the quote, 11 TB.'],
      ],
      settledBy: 'advisor',
    },
    {
      about: { step: 'second-wave' },
      says: [['controller', 'Two months only if the works council agrees before the summer.']],
    },
    {
      about: 'threshold',
      says: [
        ['cfo', 'Would we still say the same if the second wave slips by a month?'],
        ['advisor', 'Yes: a month of dual running is in the high figure, and the alternative stays below the line.'],
      ],
    },
  ],
  reviews: [
    { by: 'cio', lines: ['h-suite', 'h-e3', 'h-identity', 'h-telephony', 'h-cloud', 'h-servers', 'h-support'] },
    { by: 'advisor', lines: ['h-migration', 'h-retraining', 'h-dip-1', 'h-dual'] },
  ],
};
