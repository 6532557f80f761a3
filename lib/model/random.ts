import { normalQuantiles } from './normal';

/** As many draws at once as leave every line's figures within reach of the processor. */
export const drawsAtOnce = 512;

/**
 * A seeded source of standard normal numbers for so many draws, `drawsAtOnce` of them a block. They are a Latin
 * hypercube sample (McKay, Beckman and Conover 1979): each of the equally likely slices of the distribution is met
 * once, the slices of a block lie evenly over the whole, and only their order is left to chance.
 */
export function normalSource(seed: number, draws: number): (block: number, numbers: Float64Array) => void {
  const blocks = Math.ceil(draws / drawsAtOnce);
  const slices = normalQuantiles(blocks * drawsAtOnce);
  const uniform = sfc32(seed);
  return (block, numbers) => {
    for (let index = 0; index < drawsAtOnce; index++) numbers[index] = slices[index * blocks + block] as number;
    shuffle(numbers, uniform);
  };
}

/** Fisher and Yates. */
function shuffle(numbers: Float64Array, uniform: () => number): void {
  for (let last = numbers.length - 1; last > 0; last--) {
    const other = Math.floor(uniform() * (last + 1));
    const kept = numbers[last] as number;
    numbers[last] = numbers[other] as number;
    numbers[other] = kept;
  }
}

/** Numbers in [0, 1): Doty-Humphrey's small fast counter. */
export function sfc32(seed: number): () => number {
  // An Int32Array keeps the state as whole numbers of 32 bits, which variables of a closure would not.
  const state = Int32Array.of(0x9e3779b9, 0x243f6a88, seed, 1);
  const next = () => {
    const [a, b, c, counter] = [state[0] as number, state[1] as number, state[2] as number, state[3] as number];
    const sum = (((a + b) | 0) + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    state[3] = counter + 1;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first numbers still show the seed.
  for (let warmUp = 0; warmUp < 16; warmUp++) next();
  return next;
}
