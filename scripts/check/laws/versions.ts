import type { Problem } from '../check';
import { codeFiles, isTest } from '../sources';
import { type Node, nameOf, syntaxOf, walk } from '../syntax';

const law = 'versions';

/** Changes that follow from another by themselves: nobody typed them, so they are based on no version. */
const derived: Readonly<Record<string, string>> = {
  'lib/plans/followers.ts': 'a line that follows a step moves with it',
};

/** A mutation carries the version it was based on: whoever changes a versioned row asks for that version. */
export function versions(root: string): Problem[] {
  const files = codeFiles(root).filter((path) => !isTest(path));
  const versioned = new Set(
    files.filter((path) => path.startsWith('db/schema/')).flatMap((path) => versionedTables(root, path)),
  );
  return files
    .filter((path) => path.startsWith('lib/') && !(path in derived))
    .flatMap((file) => {
      const { module, lineOf } = syntaxOf(root, file);
      return [...walk(module)].flatMap(([node, ancestors]): Problem[] => {
        const table = changedTable(node);
        if (!table || !versioned.has(table) || asksForVersion(ancestors)) return [];
        return [{ file, line: lineOf(node), law, message: `changes a row of ${table} without asking for its version` }];
      });
    });
}

/** The tables of a schema file that have a column `version`. */
function versionedTables(root: string, file: string): string[] {
  return [...walk(syntaxOf(root, file).module)].flatMap(([node]) => {
    if (node.type !== 'VariableDeclarator') return [];
    const init = node.init as Node | null;
    if (init?.type !== 'CallExpression' || nameOf(init.callee) !== 'pgTable') return [];
    const named = [...walk(init)].some(
      ([inner]) => inner.type === 'KeyValueProperty' && nameOf(inner.key) === 'version',
    );
    return named ? [nameOf(node.id)] : [];
  });
}

const changing = new Set(['update', 'delete']);

/** `lines` for `tx.update(lines)` or `tx.delete(lines)`, undefined for anything else. */
function changedTable(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = node.callee as Node;
  if (callee.type !== 'MemberExpression' || !changing.has(nameOf(callee.property))) return undefined;
  const [argument] = node.arguments as { expression: Node }[];
  return nameOf(argument?.expression) || undefined;
}

/** Whether the chain that a call begins has a `.where(…)` in which a version is named. */
function asksForVersion(ancestors: readonly Node[]): boolean {
  return ancestors.some(
    (node) =>
      node.type === 'CallExpression' &&
      nameOf(node.callee) === 'where' &&
      [...walk(node.arguments)].some(([inner]) => /version/i.test(nameOf(inner))),
  );
}
