import type { Problem } from '../check';
import { codeFiles } from '../sources';
import { type Node, syntaxOf, walk } from '../syntax';

const law = 'views';

/** What leaves the server is listed, not spread: a view copies no object whole. A list may be spread, a condition too. */
export function views(root: string): Problem[] {
  return codeFiles(root)
    .filter((path) => /^lib\/[^/]+\/([a-z-]+-)?view\.ts$/.test(path))
    .flatMap((file) => {
      const { module, lineOf } = syntaxOf(root, file);
      return [...walk(module)]
        .filter(([node]) => node.type === 'ObjectExpression')
        .flatMap(([node]) => node.properties as Node[])
        .filter((property) => property.type === 'SpreadElement' && copiesWhole(property.arguments as Node))
        .map((property) => ({
          file,
          line: lineOf(property),
          law,
          message: 'spreads an object into what leaves the server',
        }));
    });
}

function copiesWhole(node: Node): boolean {
  switch (node.type) {
    case 'ParenthesisExpression':
      return copiesWhole(node.expression as Node);
    case 'BinaryExpression':
      return copiesWhole(node.right as Node);
    case 'ConditionalExpression':
      return copiesWhole(node.consequent as Node) || copiesWhole(node.alternate as Node);
    default:
      return node.type !== 'ObjectExpression' && node.type !== 'NullLiteral';
  }
}
