/** The parts of jstat that tests and measurements hold the engine against; the package brings no types. */
declare module 'jstat' {
  export const beta: {
    inv(probability: number, alpha: number, beta: number): number;
    cdf(x: number, alpha: number, beta: number): number;
  };
  export const normal: {
    cdf(x: number, mean: number, deviation: number): number;
    inv(probability: number, mean: number, deviation: number): number;
  };
  const jstat: { readonly beta: typeof beta; readonly normal: typeof normal };
  export default jstat;
}
