import { cruise, type ICruiseResult } from 'dependency-cruiser';
import type { Check, Problem } from './check';
import { importLaws } from './import-laws';
import { type RoomEdges, roomEdges } from './room-edges';
import { codeFiles, isTest, textAt } from './sources';

const folders = ['app', 'components', 'lib', 'db', 'proxy.ts', 'next.config.mjs'];

/** Who may import whom, against a map of the rooms. */
export const importsAgainst = (edges: RoomEdges): Check => ({
  name: 'import laws',
  async run(root) {
    const expected = codeFiles(root).filter((path) => folders.some((folder) => path.split('/')[0] === folder));
    const present = folders.filter((folder) => expected.some((path) => path.split('/')[0] === folder));
    if (present.length === 0) throw new Error('there is nothing to check');
    // TypeScript 7 has no compiler to borrow: only swc reads the sources, and without it nothing is seen at all.
    const { output } = await cruise(
      present,
      {
        baseDir: root,
        parser: 'swc',
        tsPreCompilationDeps: true,
        doNotFollow: { path: 'node_modules' },
        validate: true,
        ruleSet: { forbidden: importLaws },
      },
      { alias: { '@': root }, extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'], symlinks: false },
    );
    if (typeof output === 'string') throw new Error('the import checker answered in text');
    const seen = new Map(output.modules.map(({ source, dependencies }) => [source, dependencies.length]));
    const unseen = expected.filter(
      (path) => !seen.get(path) && (!seen.has(path) || importing.test(textAt(root, path))),
    );
    return [
      ...unseen.map((file) => ({ file, law: 'seen', message: 'the import checker did not see this file' })),
      ...output.summary.violations.map(problemOf),
      ...offTheMap(output, edges),
    ];
  },
});

export const imports = importsAgainst(roomEdges);

const importing = /^import /m;

function problemOf({ from, to, rule, cycle }: ICruiseResult['summary']['violations'][number]): Problem {
  const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  return { file: from, law: rule.name, message: `imports ${path}` };
}

const room = /^lib\/([^/]+)\//;

function offTheMap({ modules }: ICruiseResult, edges: RoomEdges): Problem[] {
  const used = new Map<string, string>();
  for (const { source, dependencies } of modules) {
    const from = room.exec(source)?.[1];
    if (!from || isTest(source)) continue;
    for (const { resolved } of dependencies) {
      const to = room.exec(resolved)?.[1];
      if (to && to !== from) used.set(`${from} → ${to}`, source);
    }
  }
  const listed = new Set(Object.entries(edges).flatMap(([from, tos]) => tos.map((to) => `${from} → ${to}`)));
  const law = 'room-edges';
  return [
    ...[...used]
      .filter(([edge]) => !listed.has(edge))
      .map(([edge, file]) => ({ file, law, message: `${edge} is not on the map` })),
    ...[...listed]
      .filter((edge) => !used.has(edge))
      .map((edge) => ({
        file: 'scripts/check/room-edges.ts',
        law,
        message: `${edge} is on the map, and nobody goes there`,
      })),
  ];
}
