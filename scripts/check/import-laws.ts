import type { IForbiddenRuleType } from 'dependency-cruiser';

const tests = '\\.test\\.tsx?$|^e2e/|/testing/';
const serverRooms = '^lib/[^/]+/(queries|mutations)\\.tsx?$|^lib/server/';

/** app → components → lib → db, and never back. */
export const importLaws: IForbiddenRuleType[] = [
  {
    name: 'pure-rooms',
    comment: 'The pure rooms import nothing outside themselves but a numeric library.',
    severity: 'error',
    from: { path: '^lib/(model|readiness|access)/', pathNot: tests },
    to: { pathNot: ['^lib/$1/', 'node_modules/fraction\\.js/'] },
  },
  {
    name: 'components-know-no-routes',
    severity: 'error',
    from: { path: '^components/' },
    to: { path: '^app/' },
  },
  {
    name: 'lib-knows-no-pages',
    severity: 'error',
    from: { path: '^lib/' },
    to: { path: '^(app|components)/' },
  },
  {
    name: 'db-knows-nobody',
    severity: 'error',
    from: { path: '^db/', pathNot: tests },
    to: { path: '^(app|components|lib)/' },
  },
  {
    name: 'nobody-knows-the-scripts',
    severity: 'error',
    from: { path: '^(app|components|lib|db)/', pathNot: tests },
    to: { path: '^(scripts|bench|e2e)/' },
  },
  {
    name: 'components-never-reach-data',
    comment: 'Not even its types: pages send views, not rows.',
    severity: 'error',
    from: { path: '^components/' },
    to: { path: '^db/|node_modules/(postgres|drizzle-orm)/' },
  },
  {
    name: 'components-call-actions-only',
    comment: 'The types of a query may be named; what asks the server may not be called.',
    severity: 'error',
    from: { path: '^components/', pathNot: tests },
    to: { path: serverRooms, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pages-open-doors-only',
    comment:
      'A page may open a door of the database and name the demo’s people; rows and tables are the rooms’ business.',
    severity: 'error',
    from: { path: '^app/' },
    to: { path: '^db/', pathNot: '^db/(doors|seed/people)\\.ts$' },
  },
  {
    name: 'raw-access',
    comment: 'The only way to a row is a door of db/doors.ts.',
    severity: 'error',
    from: { path: '^(app|components|lib)/', pathNot: tests },
    to: {
      path: 'node_modules/(postgres|pg|drizzle-orm/(postgres-js|node-postgres|pglite))/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nobody-imports-tests',
    severity: 'error',
    from: { pathNot: tests },
    to: { path: tests },
  },
];
