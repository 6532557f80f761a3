/** Signs people write for currencies; some stand for several. */
const signs: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  '£': ['GBP', 'EGP', 'LBP', 'SYP', 'FKP', 'GIP', 'SHP'],
  '¥': ['JPY', 'CNY'],
  '₣': ['CHF'],
  '₹': ['INR'],
  '₩': ['KRW'],
  '₺': ['TRY'],
  '₽': ['RUB'],
  '₴': ['UAH'],
  '₪': ['ILS'],
  '₫': ['VND'],
  '₱': ['PHP'],
  '฿': ['THB'],
  Fr: ['CHF'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  Kč: ['CZK'],
};

/** Whether a sign or a code, as somebody wrote it beside a number, can mean this ISO 4217 currency. */
export function canMean(written: string, currency: string): boolean {
  const sign = written.replace(/\.$/, '');
  if (/^[A-Z]{3}$/.test(sign)) return sign === currency;
  // $ stands for a dozen currencies; US$ and the like say which.
  if (sign.endsWith('$')) return sign === '$' || currency.startsWith(sign.slice(0, -1));
  return signs[sign]?.includes(currency) ?? true;
}
