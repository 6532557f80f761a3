// `server-only` is a mark for Next's bundler. Here everything is the server, so it means nothing; React is the whole one,
// which can draw mails and papers, and not the build that Next keeps for its pages.
import { registerHooks } from 'node:module';

const nothing = new URL('empty.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'server-only' ? { url: nothing, shortCircuit: true } : next(specifier, context),
});
