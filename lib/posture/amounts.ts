/** The first field whose words hold one of the amounts, grouped in whatever way; null where none does. */
export function fieldWithAmount(form: object, amounts: readonly number[]): string | null {
  const digits = amounts.map((amount) => String(Math.round(amount)));
  const hit = Object.entries(form).find(
    ([, text]) =>
      typeof text === 'string' &&
      (text.replace(/(?<=\d)[,.'’_\s](?=\d{3}(?!\d))/g, '').match(/\d+/g) ?? []).some((run) => digits.includes(run)),
  );
  return hit?.[0] ?? null;
}
