import type { Workload } from '@/lib/starter/suggestion';

/** A real alternative is rarely all or nothing: what to think of, workload by workload. */
export const workloads: readonly Workload[] = [
  {
    name: 'productivity',
    include:
      'Mail, calendar, documents, shared files, meetings. What macros and add-ins do today decides most of the cost.',
    figures: 'Users by what they really open in a month: usage reports, not licence counts.',
    benchmarks: [],
  },
  {
    name: 'meetings & telephony',
    include: 'Meetings, chat, rooms, phone numbers, recordings, contact centre, emergency calls.',
    figures: 'Minutes, numbers and rooms from the carrier’s bill and the admin reports.',
    benchmarks: [],
  },
  {
    name: 'identity & security',
    include:
      'Sign-in, multi-factor, device trust, mail filter, endpoint protection, logs. Often the last to go, so cost it apart.',
    figures: 'Applications behind the sign-in, counted; quotes for what each bundled component replaces.',
    benchmarks: [],
  },
  {
    name: 'devices',
    include: 'Operating system, management, images, printers and peripherals, hardware that need not be replaced.',
    figures: 'The asset register by age and model; the hardware cycle as it is budgeted.',
    benchmarks: [
      {
        says: 'Munich: licences avoided EUR 6.8 million, hardware EUR 4.7 million.',
        source: 'ITworld, on the city’s own comparison',
        url: 'http://www.itworld.com/operating-systems/321474/switching-linux-saves-munich-over-11-million',
        dated: '26 November 2012',
      },
    ],
  },
  {
    name: 'Azure',
    include: 'Machines, databases, storage, networks; a commitment that may fall short once workloads go.',
    figures:
      'The cost export by service over twelve months; the same inventory priced at another provider and on premises.',
    benchmarks: [],
  },
  {
    name: 'data & analytics',
    include: 'Databases, warehouses, reports and whoever reads them, gateways, models.',
    figures: 'Reports opened within ninety days; core licences from the contract; a pilot of the heaviest query.',
    benchmarks: [],
  },
  {
    name: 'business applications',
    include: 'Customer and resource planning, low-code apps, flows and their connectors.',
    figures: 'Apps and flows with an owner and a run within a month; a quote for those that carry a process.',
    benchmarks: [],
  },
];
