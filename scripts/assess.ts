/**
 * `npm run --silent assess -- FILE…` says what model files say: one line of JSON for each, in order, or with `--pretty`
 * a page for people. A file that is no model is named on stderr with the place in it, and the others are still assessed.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assess } from '@/lib/model/assess';
import { readModelFile } from '@/scripts/assess/read';
import { reportOf } from '@/scripts/assess/report';

const usage = 'Usage: npm run --silent assess -- [--pretty] FILE…';

/** Exit code: 0 where every file was assessed, 1 where one was not, 2 where none was named. */
async function main(): Promise<number> {
  const { files, pretty } = wanted();
  if (files.length === 0) {
    console.error(usage);
    return 2;
  }
  let code = 0;
  for (const file of files) {
    // npm runs scripts in the project's folder; the paths are seen from where the word was typed.
    const read = await readModelFile(resolve(process.env.INIT_CWD ?? '', file));
    if (read.ok) {
      const assessment = assess(read.model);
      console.log(pretty ? reportOf(file, read.model, assessment) : JSON.stringify(assessment));
    } else {
      console.error(`${printable(file)}: ${read.problem.path}: ${read.problem.message}`);
      code = 1;
    }
  }
  return code;
}

function wanted(): { files: readonly string[]; pretty: boolean } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { pretty: { type: 'boolean' } } });
    return { files: positionals, pretty: values.pretty ?? false };
  } catch {
    return { files: [], pretty: false };
  }
}

/** A name of a file may hold anything but a slash: on one line it must not end the line. */
function printable(file: string): string {
  return file.replace(/\p{Cc}/gu, '\uFFFD');
}

// Whoever reads only the first lines has read enough.
process.stdout.on('error', () => process.exit(1));
process.exitCode = await main();
