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

/** Walk-on parts, in the smaller stories: they can sign in by mail, but the sign-in page does not offer them. */
export const otherPeople = [
  person('council-chief', 'Gwen Pryce', 'gwen.pryce@brackwater.example', 'Chief executive, Brackwater Borough Council'),
  person(
    'council-finance',
    'Tom Aldous',
    'tom.aldous@brackwater.example',
    'Finance director, Brackwater Borough Council',
  ),
  person('tessaro-cfo', 'Lucia Ferro', 'lucia.ferro@tessaro.example', 'CFO, Tessaro Logistics'),
  person('tessaro-coo', 'Marek Nowak', 'marek.nowak@tessaro.example', 'COO, Tessaro Logistics'),
  person('norwick-cfo', 'Edda Marsh', 'edda.marsh@norwick-rail.example', 'CFO, Norwick Rail'),
  person('norwick-cio', 'Callum Reyes', 'callum.reyes@norwick-rail.example', 'CIO, Norwick Rail'),
  person('calder-cfo', 'Priya Nandan', 'priya.nandan@calder-mutual.example', 'CFO, Calder Mutual'),
  person('calder-coo', 'Hugh Penrose', 'hugh.penrose@calder-mutual.example', 'COO, Calder Mutual'),
  person('ostra-cfo', 'Jana Svoboda', 'jana.svoboda@ostra-glass.example', 'CFO, Ostra Glass'),
  person('ostra-cio', 'Petr Malik', 'petr.malik@ostra-glass.example', 'CIO, Ostra Glass'),
  person('merrow-bursar', 'Fiona Keane', 'fiona.keane@merrow.example', 'Bursar, Merrow University'),
  person('lindau-cfo', 'Anton Riedl', 'anton.riedl@lindau-foods.example', 'CFO, Lindau Foods'),
  person('corvo-cfo', 'Livia Conti', 'livia.conti@corvo-media.example', 'CFO, Corvo Media'),
  person('helvia-cio', 'Beat Imhof', 'beat.imhof@helvia.example', 'CIO, Helvia Clinics'),
] as const;

function person<Key extends string>(key: Key, name: string, email: string, title: string) {
  return { key, name, email, title, portalRole: null };
}

export type PersonKey = (typeof demoPeople | typeof otherPeople)[number]['key'];
