/**
 * The City of Munich, 2012: a published case. The model is worked case 14 of the cost model, untouched; what is
 * known beside it stands here.
 */

const comparison = 'The city’s comparison of November 2012, as reported on 26 November 2012 (itworld.com)';
const rest = `${comparison}; this line is the difference to the published total`;

export const munich = {
  client: 'City of Munich',
  /** Inside the project: a worked case, whose `model` is the model file. */
  workedCase: 'lib/model/vectors/14-munich-limux-2012.json',
  timeZone: 'Europe/Berlin',
  members: [
    { person: 'cfo', role: 'executive' },
    { person: 'cio', role: 'executive' },
    { person: 'controller', role: 'contributor' },
    { person: 'observer', role: 'observer' },
  ],
  story: [
    'A published case. In November 2012 the City of Munich compared what its desktops would have cost with Windows 7 and Office 2010, a little over €34 million, with what LiMux, its own Linux, cost: €22.8 million. Two months later a study made for Microsoft said LiMux cost €60.6 million.',
    'The alternative here is the city’s figure, the claim on it is the study’s: by the first leaving is right, by the second staying is, and the difference is what the study was worth to whoever believed it. (It also put Windows XP and Office at €17 million; the offer stays the city’s own figure, so that only the cost of leaving differs.)',
    'The city published no price above which it would have left: where one is shown, it is for illustration, and the demo’s two executives stand in for its council.',
  ].join('\n\n'),
  sources: [
    {
      title: 'The city’s comparison: Windows and Office, Windows and OpenOffice, LiMux',
      url: 'http://www.itworld.com/operating-systems/321474/switching-linux-saves-munich-over-11-million',
      published: '26 Nov 2012',
    },
    {
      title: 'The study made for Microsoft, first reported',
      url: 'https://www2.cio.com.au/article/print/451438/microsoft_won_t_release_study_challenged_success_munich_linux_migration/',
      published: '22 Jan 2013',
    },
    {
      title: 'The study’s figures beside the city’s, and the city’s answer',
      url: 'https://www.zdnet.com/article/no-microsoft-open-source-software-really-is-cheaper-insists-munich/',
      published: '7 Feb 2013',
    },
    {
      title: 'The city’s answer in full, in translation',
      url: 'http://www.bristolwireless.net/2013/02/munich-responds-to-fud-report-on-limux/',
      published: 'Feb 2013',
    },
  ],
  offer: { receivedOn: '2012-11-21', source: comparison },
  /** What each line rests on, by its id. */
  origins: {
    windows: comparison,
    office: comparison,
    hardware: comparison,
    apps: `${comparison}: LiMux’s €273,132 was about five times as much`,
    project: rest,
    'limux-apps': comparison,
    'limux-project': rest,
    'wo-all': comparison,
    'wo-project': rest,
  } as Readonly<Record<string, string>>,
  originsOn: '2012-11-26',
  claims: [
    {
      kind: 'switching cost',
      statement: 'LiMux costs €60.6 million, not 22.8.',
      saidBy: 'Study made for Microsoft by HP',
      saidTo: 'Focus, a weekly',
      saidOn: '2013-01-22',
      line: 'limux-project',
      claimedAmount: 60_326_868,
      honestAmount: 22_526_868,
      verdict: 'manufactured',
      answer:
        'The city: the study counts support for 12,000 LiMux desktops from 2003 on, when there were hardly any, and every one of the city’s 1,000 IT people as if all worked on LiMux.',
    },
    {
      kind: 'switching cost',
      statement: 'Staying on Windows XP and Office would have cost only €17 million.',
      saidBy: 'Study made for Microsoft by HP',
      saidTo: 'Focus, a weekly',
      saidOn: '2013-01-22',
      about: 'Staying',
      claimedAmount: 17_000_000,
      honestAmount: 34_082_000,
      verdict: 'manufactured',
      answer:
        'It leaves licence fees out, and compares with a Windows of 2001. The city compared like with like: Windows 7, as current as LiMux was.',
    },
    {
      kind: 'integration',
      statement: 'A quarter of the desktops still runs Windows, because not every application can be moved.',
      saidBy: 'Study made for Microsoft by HP',
      saidTo: 'Focus, a weekly',
      saidOn: '2013-01-22',
      about: 'Applications that cannot move',
      verdict: 'partly',
      answer:
        'Some stay: 2,000 of 15,000, with OpenOffice. The city: everything web-based runs on LiMux as it is, and most of the rest by other standard means.',
    },
  ],
  threshold: {
    /** The line is drawn at this alternative’s all-in cost. */
    atCostOf: 'windows-openoffice',
    statement:
      'For illustration, no published figure: above the price of its own middle way, Windows with OpenOffice, the city leaves.',
    reason: 'For illustration: the middle way is the most the city had thought of paying.',
    /** Wide, so that figures can be tried without the line falling away. */
    tolerance: 1,
  },
  /** At the cost of leaving itself. */
  proposal: {
    statement:
      'For illustration, no published figure: no premium for staying, the city leaves as soon as leaving costs less.',
    conditions: 'No price cap at the renewal after this one: we leave.',
    tolerance: 0.05,
  },
} as const;
