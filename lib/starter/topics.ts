import type { Topic } from '@/lib/starter/suggestion';

/** What leaving costs, topic by topic: first what runs from then on, then what the change itself takes. */

const itworld = {
  source: 'ITworld, on the city’s own comparison',
  url: 'http://www.itworld.com/operating-systems/321474/switching-linux-saves-munich-over-11-million',
  dated: '26 November 2012',
};
const dataAct = {
  source: 'Regulation (EU) 2023/2854, explained by Trusq',
  url: 'https://trusq.io/en/data-act-cloud-switching-and-portability.html',
  dated: '29 June 2026',
};

export const runTopics: readonly Topic[] = [
  {
    category: 'licences',
    include: 'What takes the place of Microsoft’s product: subscriptions, support by its maker, storage, hosting.',
    figures: 'A written quote for your number of users and your term, from two vendors at least.',
    benchmarks: [],
    lines: [
      {
        label: 'What takes its place',
        kind: 'recurring',
        part: 'run',
        start: 0,
        end: null,
        unit: 'user',
        counted: true,
      },
    ],
  },
  {
    category: 'operations',
    include: 'People, monitoring, backup and partners who keep it running, where that differs from today.',
    figures: 'Your own payroll and partner contracts: hours a month before and after, at your internal rate.',
    benchmarks: [],
    lines: [{ label: 'Running it', kind: 'recurring', part: 'run', start: 0, end: null, per: 'year' }],
  },
  {
    category: 'residual licences',
    include: 'What stays with Microsoft: the few who cannot go, servers, and support on that spend.',
    figures:
      'A list of users and servers by name, with the reason each stays, at the price of the contract or the list.',
    benchmarks: [
      {
        says: 'List prices per user and month: F3 USD 10, E3 USD 39, E5 USD 60, each from the contract’s next renewal on.',
        source: 'npifinancial.com, samexpert.com, redresscompliance.com',
        dated: 'prices from 1 July 2026',
      },
      {
        says: 'Unified Support was observed at 3 to 10 % of qualifying spend; its tiers are not published.',
        source: 'Redress Compliance',
        url: 'https://redresscompliance.com/microsoft-unified-support-cost-2026-what-enterprises-pay.html',
        dated: '2026',
      },
    ],
    lines: [
      { label: 'Licences that stay', kind: 'recurring', part: 'run', start: 0, end: null, unit: 'user', counted: true },
    ],
  },
];

export const switchingTopics: readonly Topic[] = [
  {
    category: 'migration services',
    include:
      'Partners and own people who plan and do the move: design, pilot, waves, nights and weekends, project lead.',
    figures: 'Fixed-price quotes against your own inventory; or days by wave from a pilot you measured.',
    benchmarks: [
      {
        says: 'One telecoms company, one move: USD 40 to 50 million with quick savings in its internal mail; years, at great expense, in its affidavit.',
        source: 'techzine.eu, ciodive.com',
        dated: '2024',
      },
    ],
    lines: [{ label: 'Migration services', kind: 'one-time', part: 'switching', start: -9, end: 0 }],
  },
  {
    category: 'integration and interface rework',
    include:
      'Every interface that knows the old product: sign-in, mail flows, plug-ins, reports, home-grown applications.',
    figures: 'A list of interfaces with an owner each; days from whoever built it, tried on two of the worst.',
    benchmarks: [
      {
        says: 'Munich: moving applications to LiMux cost EUR 273,132, about five times as much as in the other options.',
        ...itworld,
      },
    ],
    lines: [
      {
        label: 'Interfaces reworked',
        kind: 'one-time',
        part: 'switching',
        start: -9,
        end: 0,
        unit: 'interface',
        counted: true,
      },
    ],
  },
  {
    category: 'document and macro conversion',
    include: 'Templates, macros and databases in documents; formats that others insist on. Not every old file.',
    figures: 'A scan for files opened within a year that hold macros; minutes each from a sample, at an internal rate.',
    benchmarks: [],
    lines: [
      {
        label: 'Macros and templates converted',
        kind: 'one-time',
        part: 'switching',
        start: -6,
        end: 0,
        unit: 'file',
        counted: true,
      },
    ],
  },
  {
    category: 'retraining',
    include: 'Courses, floor walkers, the help desk’s own training, and the hours people spend in them.',
    figures: 'Hours by group of users times your internal rate, and a quote for the courses.',
    benchmarks: [],
    lines: [
      { label: 'Retraining', kind: 'one-time', part: 'switching', start: -3, end: 3, unit: 'user', counted: true },
    ],
  },
  {
    category: 'productivity dip',
    include:
      'Time lost while people find their way. It falls from month to month, so it is several lines, not one rate for ever.',
    figures: 'Minutes a day measured in a pilot, week by week; only the users it touches; at an internal rate.',
    benchmarks: [
      {
        says: 'Pesaro, some 500 users: up to 15 minutes a day, for 350 of them in the first year, 250, 150 and 50 in those after.',
        source: 'TechRepublic, on a study made for Microsoft and the city’s answer',
        url: 'https://www.techrepublic.com/article/is-office-365-really-cheaper-than-going-open-source/',
        dated: '2015',
      },
    ],
    lines: [
      {
        label: 'Productivity dip, months 1 to 3',
        kind: 'one-time',
        part: 'switching',
        start: 0,
        end: 3,
        unit: 'user',
        counted: true,
      },
      {
        label: 'Productivity dip, months 4 to 6',
        kind: 'one-time',
        part: 'switching',
        start: 3,
        end: 6,
        unit: 'user',
        counted: true,
      },
      {
        label: 'Productivity dip, months 7 to 12',
        kind: 'one-time',
        part: 'switching',
        start: 6,
        end: 12,
        unit: 'user',
        counted: true,
      },
    ],
  },
  {
    category: 'dual running',
    include: 'Both systems at once: licences, hosting and people, from the first wave to the last user’s move.',
    figures: 'The new contract’s price for the months before renewal, from the plan; only users already moved.',
    benchmarks: [],
    lines: [
      { label: 'Dual running', kind: 'recurring', part: 'switching', start: -6, end: 0, unit: 'user', counted: true },
    ],
  },
  {
    category: 'data transfer',
    include: 'Moving mail, files and databases out: egress, tools, disks, checks that all of it arrived.',
    figures:
      'Terabytes from your own reports, the provider’s price list, a tool’s quote. In the EU: what the law allows.',
    benchmarks: [
      {
        says: 'EU: switching and egress charges at most at cost until 11 January 2027, none for a switch after that.',
        ...dataAct,
      },
    ],
    lines: [
      { label: 'Data transfer', kind: 'one-time', part: 'switching', start: -6, end: 0, unit: 'TB', counted: true },
    ],
  },
  {
    category: 'contract exit',
    include: 'Penalties, minimum terms, prepaid years that are lost, commitments that end short.',
    figures: 'The signed contract, clause by clause; ask the lawyers once, not the account team.',
    benchmarks: [
      {
        says: 'EU: at most two months’ notice and, as a rule, 30 days of transition for data processing services.',
        ...dataAct,
      },
    ],
    lines: [{ label: 'Contract exit', kind: 'one-time', part: 'switching', start: 0, end: 1 }],
  },
  {
    category: 'decommissioning',
    include: 'Taking the old down: archives that must stay readable, hardware, certificates, accounts.',
    figures: 'A quote for the archive over the years you must keep it; own hours for the rest. Set resale against it.',
    benchmarks: [],
    lines: [{ label: 'Decommissioning', kind: 'one-time', part: 'switching', start: 0, end: 3 }],
  },
  {
    category: 'security and compliance re-certification',
    include:
      'Security and compliance proofs made anew: penetration test, ISO 27001 scope, works council, data protection.',
    figures: 'The auditor’s quote for the change of scope; own hours from the last certification.',
    benchmarks: [],
    lines: [{ label: 'Re-certification', kind: 'one-time', part: 'switching', start: -3, end: 3 }],
  },
  {
    category: 'change management',
    include:
      'Telling people why, early users, managers’ time, the intranet and the help desk’s extra load in the first weeks.',
    figures: 'Your last large roll-out: what it took, by head; calls to the help desk by week from its own reports.',
    benchmarks: [],
    lines: [{ label: 'Change management', kind: 'one-time', part: 'switching', start: -6, end: 3 }],
  },
  {
    category: 'bridge',
    include: 'Months with Microsoft after the renewal, should the plan be longer than the time left.',
    figures: 'The extension clause of the contract, or the surcharge for paying by the month, times today’s bill.',
    benchmarks: [
      {
        says: 'A year’s commitment paid by the month costs 5 % more; month to month typically 20 % more.',
        source: 'Redress Compliance',
        url: 'https://redresscompliance.com/cio-playbook-navigating-microsofts-new-2025-licensing-pricing-model/',
        dated: 'applies from 1 April 2025',
      },
    ],
    lines: [{ label: 'Bridge', kind: 'recurring', part: 'switching', start: 0, end: 3, unit: 'user', counted: true }],
  },
  {
    category: 'contingency',
    include: 'What nobody thought of, in sight as a line of its own and never hidden in the others.',
    figures: 'Overruns of your own last projects, as a share. Not a round number that feels safe.',
    benchmarks: [],
    lines: [
      {
        label: 'Contingency',
        kind: 'percent',
        part: 'switching',
        start: -24,
        end: null,
        of: [
          'migration services',
          'integration and interface rework',
          'document and macro conversion',
          'retraining',
          'change management',
        ],
      },
    ],
  },
];
