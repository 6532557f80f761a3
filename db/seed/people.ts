/** The people of the demo: made up, as are the firm and the company they work for. One for every role. */
export const demoPeople = [
  {
    key: 'advisor',
    name: 'Ines Halder',
    email: 'ines.halder@northgate-advisory.example',
    title: 'Lead advisor, Northgate Advisory',
    what: 'Runs the engagements: costs alternatives, logs offers, sees everything in them.',
    portalRole: 'advisor',
  },
  {
    key: 'cfo',
    name: 'Marta Lindqvist',
    email: 'marta.lindqvist@averna.example',
    title: 'CFO, Averna Industries',
    what: 'Executive: reads the line, names the threshold, decides.',
    portalRole: null,
  },
  {
    key: 'cio',
    name: 'Paul Okafor',
    email: 'paul.okafor@averna.example',
    title: 'CIO, Averna Industries',
    what: 'Executive: the second approver of the threshold.',
    portalRole: null,
  },
  {
    key: 'controller',
    name: 'Jonas Weber',
    email: 'jonas.weber@averna.example',
    title: 'IT controller, Averna Industries',
    what: 'Contributor: costs the alternatives line by line, never sees the threshold.',
    portalRole: null,
  },
  {
    key: 'observer',
    name: 'Sofia Duarte',
    email: 'sofia.duarte@averna.example',
    title: 'Procurement, Averna Industries',
    what: 'Observer: reads the honest math, changes nothing.',
    portalRole: null,
  },
  {
    key: 'administrator',
    name: 'Ruth Tanaka',
    email: 'ruth.tanaka@northgate-advisory.example',
    title: 'Portal administrator, Northgate Advisory',
    what: 'Administers the portal: people and security, no engagement’s figures.',
    portalRole: 'administrator',
  },
] as const;

export type DemoPersonKey = (typeof demoPeople)[number]['key'];
