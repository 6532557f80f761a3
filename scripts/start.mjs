// npm start, npm run dev: on any Node from 20 on. Installs, then hands over to scripts/portal.ts.
process.argv.splice(2, 0, 'scripts/portal.ts');
await import('./run.mjs');
