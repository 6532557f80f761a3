/** What is timed, `times` in a row where once is too short for the clock. */
type Timed = { readonly run: () => unknown; readonly times?: number };

/**
 * The median time of both in milliseconds, in turns, so that whatever else the machine is doing befalls both. The
 * first rounds, in which code is still being compiled, do not count.
 */
export function alternate(ours: Timed, peer: Timed, { rounds = 15, warmUp = 3 } = {}): { ours: number; peer: number } {
  const own: number[] = [];
  const others: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const [one, other] = [timeOf(ours), timeOf(peer)];
    if (round < warmUp) continue;
    own.push(one);
    others.push(other);
  }
  return { ours: median(own), peer: median(others) };
}

function timeOf({ run, times = 1 }: Timed): number {
  const started = performance.now();
  for (let time = 0; time < times; time++) run();
  return (performance.now() - started) / times;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.ceil(middle - 0.5)] ?? 0)) / 2;
}

/** What 95 of 100 values do not exceed. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}
