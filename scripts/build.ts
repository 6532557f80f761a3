/** Builds the portal unless it is built from these very sources already. */
import { ensureBuilt } from './portal/build';

await ensureBuilt(console.log).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
