/** Why a file is not read at all, in a sentence for whoever dropped it. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}

export const MAX_WORKSHEET_BYTES = 8 * 1024 * 1024;
/** What may come out of the packed parts that are read, all together: far more than a full worksheet. */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
export const MAX_PARTS = 1_000;
export const MAX_CELLS = 400_000;
