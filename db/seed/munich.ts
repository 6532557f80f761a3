/**
 * The City of Munich, 2012: a published case. The model is worked case 14 of the cost model; everything here
 * stands beside it in the portal.
 */
export const munich = {
  client: 'City of Munich, 2012',
  /** The model file, inside the project. */
  modelFile: 'lib/model/vectors/14-munich-limux-2012.json',
  timeZone: 'Europe/Berlin',
  story: [
    'In November 2012 the City of Munich compared what its desktops would have cost on Windows 7 and Office 2010 with what LiMux, its own Linux, cost: a little over €34 million against €22.8 million.',
    'Two months later a study made for Microsoft said the opposite: LiMux at €60.6 million, Windows XP and Office at €17 million.',
    'Both are here. The alternative is the city’s figure; the claim on it is the study’s; the distance between the two readings is what the study was worth.',
    'The city published no walk threshold. The one shown is ours, for illustration: the price of the city’s own middle way, Windows with OpenOffice, agreed to by the demo’s two executives in the place of the council.',
  ].join(' '),
  sources: [
    {
      title: 'Switching to Linux saves Munich over €11 million (the city’s comparison of three ways)',
      url: 'https://www.itworld.com/operating-systems/321474/switching-linux-saves-munich-over-11-million',
      published: '2012-11-26',
    },
    {
      title: 'The study made for Microsoft: LiMux €60.6 million, Windows and Office €17 million',
      url: 'https://www.zdnet.com/',
      published: '2013-02',
    },
  ],
  threshold: {
    statement:
      'An illustration, not a published figure: above the city’s own middle way, Windows with OpenOffice at €29.9 million, the city leaves.',
    /** The alternative whose all-in cost is the line. */
    atCostOf: 'windows-openoffice',
    tolerance: 1,
  },
  claims: [
    {
      kind: 'switching cost',
      statement: 'Staff, training, support and optimisation of LiMux cost €60.3 million, so LiMux costs €60.6 million.',
      saidBy: 'Study made for Microsoft',
      saidTo: 'The press',
      saidOn: '2013-01-23',
      line: 'limux-project',
      claimedAmount: 60_326_868,
      honestAmount: 22_526_868,
      verdict: 'manufactured',
      answer:
        'The city’s own costing gives €22.5 million for the same work: 2.7 times less. The study compared LiMux with an older Windows, XP, that support had all but left.',
    },
  ],
} as const;
