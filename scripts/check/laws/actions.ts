import type { ModuleItem } from '@swc/core';
import type { Problem } from '../check';
import { codeFiles } from '../sources';
import { type Node, nameOf, syntaxOf, walk } from '../syntax';

const law = 'actions';
const makers = new Set(['defineAction', 'definePublicAction', 'definePublicForm']);
const home = '@/lib/server/define-action';

/**
 * Every export of a "use server" file is a public endpoint: it must be what defineAction, definePublicAction or
 * definePublicForm returns, and the directive stands at the top of an actions.ts or nowhere.
 */
export function actions(root: string): Problem[] {
  return codeFiles(root)
    .filter((path) => /^(app|components|lib|db)\//.test(path))
    .flatMap((file) => {
      const { module, lineOf } = syntaxOf(root, file);
      const problem = (node: unknown, message: string): Problem => ({ file, line: lineOf(node as Node), law, message });
      const isActions = /(^|\/)([a-z-]+-)?actions\.ts$/.test(file);
      const directives = [...walk(module)].filter(([node]) => isDirective(node));
      const atTop = module.body[0] !== undefined && isDirective(module.body[0]);
      const inside = directives.slice(atTop ? 1 : 0).map(([node]) => problem(node, '"use server" inside a file'));
      if (!atTop) return isActions ? [...inside, { file, law, message: 'lacks "use server" at its top' }] : inside;
      if (!isActions) return [...inside, problem(module.body[0], '"use server" outside an actions.ts')];
      const known = new Set(importedFrom(module.body, home));
      return [
        ...inside,
        ...module.body
          .filter((item) => item.type.startsWith('Export') && !isAction(item, known))
          .map((item) => problem(item, 'exports something that is not a defineAction or definePublicAction')),
      ];
    });
}

function isDirective(node: ModuleItem | Node): boolean {
  return (
    node.type === 'ExpressionStatement' &&
    (node as { expression: { type: string; value?: unknown } }).expression.type === 'StringLiteral' &&
    (node as { expression: { value?: unknown } }).expression.value === 'use server'
  );
}

function importedFrom(body: readonly ModuleItem[], source: string): string[] {
  return body.flatMap((item) =>
    item.type === 'ImportDeclaration' && item.source.value === source
      ? item.specifiers.map((specifier) => specifier.local.value).filter((name) => makers.has(name))
      : [],
  );
}

function isAction(item: ModuleItem, known: ReadonlySet<string>): boolean {
  if (item.type !== 'ExportDeclaration' || item.declaration.type !== 'VariableDeclaration') return false;
  return item.declaration.declarations.every(
    ({ init }) => init?.type === 'CallExpression' && known.has(nameOf(init.callee)),
  );
}
