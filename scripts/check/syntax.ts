import { type Module, parseSync } from '@swc/core';
import { textAt } from './sources';

/** Any node of the syntax tree: swc types its kinds, and walking needs only that they are kinds. */
export type Node = { readonly type: string; readonly span?: { readonly start: number } } & Record<string, unknown>;

/** A file as a syntax tree, with the way back from a node to its line. */
export type Syntax = { readonly module: Module; readonly lineOf: (node: Node) => number };

export function syntaxOf(root: string, path: string): Syntax {
  const text = textAt(root, path);
  const module = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2024' });
  const bytes = Buffer.from(text);
  return {
    module,
    // Spans count bytes, from one.
    lineOf: (node) =>
      bytes
        .subarray(0, Math.max(0, (node.span?.start ?? 1) - 1))
        .toString()
        .split('\n').length,
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** Every node below and including `value`, in source order, each with its ancestors, nearest last. */
export function* walk(value: unknown, ancestors: readonly Node[] = []): Generator<[Node, readonly Node[]]> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item, ancestors);
  } else if (isNode(value)) {
    yield [value, ancestors];
    for (const child of Object.values(value)) yield* walk(child, [...ancestors, value]);
  } else if (typeof value === 'object' && value !== null) {
    // Arguments come wrapped as { spread, expression }.
    for (const child of Object.values(value)) yield* walk(child, ancestors);
  }
}

/** The name of an identifier, or of the property of `a.b`; empty for anything else. */
export function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node.value);
  if (node.type === 'MemberExpression') return nameOf(node.property);
  return '';
}
