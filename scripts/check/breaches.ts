/** One breach of one law, planted in a copy of the project. */
export type Breach = {
  /** The law that must name it. */
  readonly law: string;
  readonly file: string;
  /** What the file holds; or what is put at the end of a file that is there. */
  readonly text: string;
  readonly appended?: true;
  /** What a breach needs around it. */
  readonly beside?: Readonly<Record<string, string>>;
};

/** Joined, so that the checks do not find the breach in this very file. */
const word = (...parts: readonly string[]) => parts.join('');

const action = `export const rename = defineAction({
  input: z.object({}),
  may: () => ({ portal: 'engagement.create' }),
  run: async () => {},
  refresh: () => [],
});
`;

/** What the compiler must refuse. */
const types: readonly Breach[] = [
  { law: 'TS2322', file: 'lib/canary/type.ts', text: "export const three: number = 'three';\n" },
  {
    // An action that does not say who may.
    law: 'TS2741',
    file: 'lib/canary/no-permission.ts',
    text: `import { z } from 'zod';
import { defineAction } from '@/lib/server/define-action';

export const open = defineAction({ input: z.object({}), run: async () => {}, refresh: () => [] });
`,
  },
  {
    // A public action that does not say how often.
    law: 'TS2741',
    file: 'lib/canary/no-limit.ts',
    text: `import { z } from 'zod';
import { definePublicAction } from '@/lib/server/define-action';

export const open = definePublicAction({ input: z.object({}), run: async () => {} });
`,
  },
  {
    // A transaction that no door has opened.
    law: 'TS2375',
    file: 'lib/canary/no-door.ts',
    text: `import type { PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import type { ActorTx } from '@/db/doors';

type Bare = PostgresJsTransaction<Record<string, never>, Record<string, never>>;

export function opened(bare: Bare): ActorTx {
  const tx: ActorTx = bare;
  return tx;
}
`,
  },
];

const style: readonly Breach[] = [
  { law: 'lint/suspicious/noExplicitAny', file: 'lib/canary/any.ts', text: 'export const anything: any = 1;\n' },
  { law: 'lint/suspicious/noConsole', file: 'lib/canary/console.ts', text: "console.log('an amount');\n" },
  { law: 'lint/correctness/noUnusedImports', file: 'lib/canary/import.ts', text: "import { z } from 'zod';\n" },
  { law: 'format', file: 'lib/canary/format.ts', text: 'export const  spaced = 1;\n' },
];

const unused: readonly Breach[] = [
  { law: 'unused/files', file: 'lib/canary/file.ts', text: 'export const nobody = 1;\n' },
  { law: 'unused/exports', file: 'lib/format/dates.ts', text: 'export const canary = 1;\n', appended: true },
  { law: 'unused/unlisted', file: 'lib/canary/unlisted.test.ts', text: "import 'a-package-that-nobody-lists';\n" },
  {
    law: 'unused/unresolved',
    file: 'lib/canary/unresolved.test.ts',
    text: "import { nothing } from '@/lib/canary/nothing';\n\nexport const some = nothing;\n",
  },
];

const imports: readonly Breach[] = [
  {
    law: 'pure-rooms',
    file: 'lib/model/canary-pure.ts',
    text: "import { join } from 'node:path';\n\nexport const path = join('a', 'b');\n",
  },
  {
    law: 'components-know-no-routes',
    file: 'components/canary/route.tsx',
    text: "import Page from '@/app/canary/page';\n\nexport const page = <Page />;\n",
    beside: { 'app/canary/page.tsx': 'export default function Page() {\n  return null;\n}\n' },
  },
  {
    law: 'lib-knows-no-pages',
    file: 'lib/canary/page.ts',
    text: "import { shown } from '@/components/canary/shown';\n\nexport const page = shown;\n",
    beside: { 'components/canary/shown.ts': 'export const shown = 1;\n' },
  },
  {
    law: 'db-knows-nobody',
    file: 'db/canary.ts',
    text: "import { z } from '@/lib/canary/schema';\n\nexport const schema = z;\n",
    beside: { 'lib/canary/schema.ts': 'export const z = 1;\n' },
  },
  {
    law: 'nobody-knows-the-scripts',
    file: 'lib/canary/script.ts',
    text: "import { ensureBuilt } from '@/scripts/portal/build';\n\nexport const build = ensureBuilt;\n",
  },
  {
    law: 'components-never-reach-data',
    file: 'components/canary/row.ts',
    text: "import type { offers } from '@/db/schema/offers';\n\nexport type Row = typeof offers.$inferSelect;\n",
  },
  {
    law: 'components-call-actions-only',
    file: 'components/canary/query.ts',
    text: "import { rows } from '@/lib/canary/queries';\n\nexport const shown = rows;\n",
    beside: { 'lib/canary/queries.ts': 'export const rows = [];\n' },
  },
  {
    law: 'pages-open-doors-only',
    file: 'app/canary/rows.ts',
    text: "import { offers } from '@/db/schema/offers';\n\nexport const rows = offers;\n",
  },
  {
    law: 'raw-access',
    file: 'lib/canary/raw.ts',
    text: "import postgres from 'postgres';\n\nexport const sql = postgres();\n",
  },
  {
    law: 'no-cycles',
    file: 'lib/canary/hen.ts',
    text: "import { egg } from '@/lib/canary/egg';\n\nexport const hen = () => egg;\n",
    beside: { 'lib/canary/egg.ts': "import { hen } from '@/lib/canary/hen';\n\nexport const egg = () => hen;\n" },
  },
  {
    law: 'nobody-imports-tests',
    file: 'lib/canary/tested.ts',
    text: "import { fixture } from '@/lib/canary/tested.test';\n\nexport const used = fixture;\n",
    beside: { 'lib/canary/tested.test.ts': 'export const fixture = 1;\n' },
  },
  {
    law: 'room-edges',
    file: 'lib/canary/stranger.ts',
    text: "import { formatDate } from '@/lib/format/dates';\n\nexport const stranger = formatDate;\n",
  },
];

const house: readonly Breach[] = [
  {
    law: 'actions',
    file: 'lib/canary/actions.ts',
    text: `'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/server/define-action';

${action}
export async function open() {}
`,
  },
  {
    // Something that only has the name of defineAction.
    law: 'actions',
    file: 'lib/canary/false-actions.ts',
    text: `'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/canary/define';

${action}`,
  },
  { law: 'actions', file: 'lib/canary/bare-actions.ts', text: 'export const bare = 1;\n' },
  {
    law: 'actions',
    file: 'components/canary/inline.tsx',
    text: `export function Inline() {
  async function save() {
    'use server';
  }
  return <form action={save} />;
}
`,
  },
  {
    law: 'doors',
    file: 'lib/canary/doors.ts',
    text: "import { asSystem as open } from '@/db/doors';\n\nexport const everybody = () => open(async () => {});\n",
  },
  {
    law: 'versions',
    file: 'lib/canary/mutations.ts',
    text: `import { eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';

export async function relabel(tx: ActorTx, id: string): Promise<void> {
  await tx.update(lines).set({ label: 'Another' }).where(eq(lines.id, id));
}
`,
  },
  {
    law: 'versions',
    file: 'lib/canary/removals.ts',
    text: `import { eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';

export async function remove(tx: ActorTx, id: string): Promise<void> {
  await tx.delete(lines).where(eq(lines.id, id));
}
`,
  },
  {
    law: 'views',
    file: 'lib/canary/view.ts',
    text: 'export const view = (row: { readonly amount: number }) => ({ ...row });\n',
  },
  { law: 'purity', file: 'lib/model/canary-clock.ts', text: 'export const now = () => new Date();\n' },
  { law: 'purity', file: 'lib/model/canary-chance.ts', text: 'export const chance = () => Math.random();\n' },
  { law: 'names', file: 'lib/canary/utils.ts', text: 'export const drawer = 1;\n' },
  { law: 'names', file: 'lib/canary/index.ts', text: "export { drawer } from './utils';\n" },
  { law: 'names', file: 'lib/canary/CamelCase.ts', text: 'export const camel = 1;\n' },
  { law: 'marks', file: 'lib/canary/later.ts', text: `// ${word('TO', 'DO')}: think\nexport const later = 1;\n` },
  { law: 'marks', file: 'lib/canary/silent.ts', text: `// ${word('@ts-', 'ignore')}\nexport const one: string = 1;\n` },
  {
    law: 'marks',
    file: 'lib/canary/left-out.test.ts',
    text: `import { it } from 'vitest';\n\nit${word('.sk', 'ip')}('adds 1 + 1 = 2', () => {});\n`,
  },
  { law: 'lengths', file: 'lib/canary/long.ts', text: `export const long = 1;\n${'// and on\n'.repeat(400)}` },
  { law: 'machines', file: 'lib/canary/machine.ts', text: `export const at = '${word('/ho', 'me/')}somebody';\n` },
];

/** By the name of the check that must find them. */
export const breaches: Readonly<Record<string, readonly Breach[]>> = {
  types,
  'lint and format': style,
  'unused code': unused,
  'import laws': imports,
  'laws of the house': house,
};
