import type { Problem } from '../check';
import { codeFiles } from '../sources';

const law = 'names';
const empty = /^(utils?|helpers?|common|misc|shared|lib|stuff|functions)$/;
const kebab = /^[a-z0-9]+([.-][a-z0-9]+)*$/;
const route = /^(\([a-z-]+\)|\[\[?(\.\.\.)?[a-zA-Z]+\]?\])$/;

/** Names say what is inside: no drawers for everything, no barrels, words in lower case with hyphens. */
export function names(root: string): Problem[] {
  return codeFiles(root).flatMap((file) => {
    const parts = file.replace(/\.(test\.)?(tsx?|mjs)$/, '').split('/');
    const says = (message: string): Problem => ({ file, law, message });
    return [
      ...parts
        .filter((part, depth) => part.split('.').some((word) => empty.test(word)) && !(depth === 0 && part === 'lib'))
        .map((part) => says(`“${part}” names a drawer, not a thing`)),
      ...parts
        .filter((part) => !kebab.test(part) && !route.test(part))
        .map((part) => says(`“${part}” is not kebab-case`)),
      ...(parts.at(-1) === 'index' ? [says('a barrel: import from where the thing is')] : []),
    ];
  });
}
