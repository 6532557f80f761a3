import type { Check, Problem } from './check';
import { installed, runProgram } from './program';

const line = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/;

/** The compiler, after Next has written down the routes it types. */
export const types: Check = {
  name: 'types',
  async run(root) {
    const routes = await runProgram(root, installed('next/dist/bin/next'), ['typegen']);
    if (routes.code !== 0) throw new Error(`next typegen failed:\n${routes.output}${routes.errors}`);
    const compiler = await runProgram(root, installed('typescript/bin/tsc'), ['--noEmit', '--pretty', 'false']);
    const found = compiler.output.split('\n').flatMap((text): Problem[] => {
      const [, file, at, law, message] = line.exec(text) ?? [];
      return file && law && message ? [{ file, line: Number(at), law, message }] : [];
    });
    if (compiler.code !== 0 && found.length === 0) throw new Error(`tsc failed:\n${compiler.output}${compiler.errors}`);
    return found;
  },
};
