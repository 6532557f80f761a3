/** The first field whose words hold one of the amounts, grouped in whatever way or shortened; null where none does. */
export function fieldWithAmount(form: object, amounts: readonly number[]): string | null {
  const hit = Object.entries(form).find(
    ([, text]) => typeof text === 'string' && (writtenOut(text, amounts) || shortened(text, amounts)),
  );
  return hit?.[0] ?? null;
}

/** 8,642,173 */
function writtenOut(text: string, amounts: readonly number[]): boolean {
  const runs: readonly string[] = text.replace(/(?<=\d)[,.'’_\s](?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? [];
  return amounts.some((amount) => runs.includes(String(Math.round(amount))));
}

const short =
  /(\d+(?:[.,'’\s]\d+)*)\s*(?:(k|tsd|thousand)|(m|mn|mio|million|millionen)|(bn|mrd|billion|milliarden))\b/gi;

/** 8.64 million: rounded as it is written. One digit alone is any number of things, unless it is the very amount. */
function shortened(text: string, amounts: readonly number[]): boolean {
  return [...text.matchAll(short)].some(([, number = '', thousands, millions]) => {
    const scale = thousands ? 1e3 : millions ? 1e6 : 1e9;
    const digits = Number(number.replace(/\D/g, ''));
    // Its last mark may group thousands or begin the decimals.
    const decimals = /\D(\d+)$/.exec(number)?.[1]?.length ?? 0;
    return [scale, scale / 10 ** decimals].some((unit) =>
      amounts.some((amount) => digits * unit === amount || (digits >= 10 && digits === Math.round(amount / unit))),
    );
  });
}
