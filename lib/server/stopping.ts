import 'server-only';

type Stop = () => Promise<void>;

/** On the process, because the server that stops (scripts/portal/serve.ts) is no part of the bundle. */
const name = Symbol.for('walk-position.stops');
const registry = globalThis as { [name]?: Set<Stop> };

/** What must end, and be waited for, before the process does. */
export function onStop(stop: Stop): void {
  registry[name] ??= new Set();
  registry[name].add(stop);
}
