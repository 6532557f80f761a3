import type { Problem } from '../check';
import { projectFiles, textAt } from '../sources';

const law = 'machines';
const text = /\.(tsx?|mjs|json|jsonc|css|md|sql|svg|ya?ml)$|^\.ci\/|^\.git[a-z]+$/;

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/(^|[\s"'`(=:])(\/home\/|\/Users\/|\/root\/|\/work\/|[A-Z]:\\Users)/, 'a path of one machine'],
  [/\/\/[\w.-]*(registry|artifactory|nexus|verdaccio)[\w.-]*[:/]/, 'a package registry'],
];

/** The project stands on any machine: no path of one, no registry. */
export function machines(root: string): Problem[] {
  return projectFiles(root)
    .filter((path) => text.test(path))
    .flatMap((file) =>
      textAt(root, file)
        .split('\n')
        .flatMap((content, index) =>
          forbidden
            .filter(([pattern]) => pattern.test(content))
            .map(([, message]) => ({ file, line: index + 1, law, message })),
        ),
    );
}
