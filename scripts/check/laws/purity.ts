import type { Problem } from '../check';
import { codeFiles, isTest } from '../sources';
import { type Node, nameOf, syntaxOf, walk } from '../syntax';

const law = 'purity';
const outside = new Set(['process', 'fetch', 'performance', 'crypto', 'globalThis', 'setTimeout', 'console']);

/** The pure rooms have no clock, no chance and no surroundings: dates and random sources come in as arguments. */
export function purity(root: string): Problem[] {
  return codeFiles(root)
    .filter((path) => /^lib\/(model|readiness|access)\//.test(path) && !isTest(path))
    .flatMap((file) => {
      const { module, lineOf } = syntaxOf(root, file);
      return [...walk(module)].flatMap(([node]): Problem[] => {
        const used = impure(node);
        return used ? [{ file, line: lineOf(node), law, message: `${used} in a pure room` }] : [];
      });
    });
}

function impure(node: Node): string | undefined {
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') {
    return (node.arguments as unknown[] | null)?.length ? undefined : 'new Date()';
  }
  if (node.type !== 'MemberExpression' && node.type !== 'CallExpression') return undefined;
  const target = (node.type === 'MemberExpression' ? node.object : node.callee) as Node;
  if (target.type !== 'Identifier') return undefined;
  const name = nameOf(target);
  const whole = node.type === 'MemberExpression' ? `${name}.${nameOf(node.property)}` : name;
  return outside.has(name) || whole === 'Date.now' || whole === 'Math.random' ? whole : undefined;
}
