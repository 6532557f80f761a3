/**
 * A seeded source of standard normal numbers, which fills an array: sfc32 (Doty-Humphrey's small fast counter) and
 * Marsaglia's polar method. The same seed and the same lengths give the same numbers.
 */
export function normalSource(seed: number): (numbers: Float64Array) => void {
  const uniform = sfc32(seed);
  return (numbers) => {
    for (let index = 0; index < numbers.length; index += 2) {
      let x: number;
      let y: number;
      let square: number;
      do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        square = x * x + y * y;
      } while (square >= 1 || square === 0);
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      numbers[index] = x * factor;
      // Past the end of an odd length, a typed array takes no notice.
      numbers[index + 1] = y * factor;
    }
  };
}

function sfc32(seed: number): () => number {
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
