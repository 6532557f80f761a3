import 'server-only';
import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';

const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;

/** Fonts whose letters are spread over files by script: the first that has a letter draws it. */
function family(name: string, folder: string, weights: readonly number[]): string[] {
  return scripts.map((script) => {
    const own = `${name} ${script}`;
    const fonts = weights.map((fontWeight) => ({
      src: join(
        process.cwd(),
        'node_modules',
        '@fontsource',
        folder,
        'files',
        `${folder}-${script}-${fontWeight}-normal.woff`,
      ),
      fontWeight,
    }));
    Font.register({ family: own, fonts });
    return own;
  });
}

export const sans = family('Inter', 'inter', [400, 600]);
export const serif = family('Source Serif', 'source-serif-4', [600]);
// A figure or a name is not divided at the end of a line.
Font.registerHyphenationCallback((word) => [word]);
