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
  R$: ['BRL'],
  NT$: ['TWD'],
};

/** Currencies whose people write a bare $. */
const dollars = new Set(
  'ARS AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD USD UYU XCD'.split(
    ' ',
  ),
);

/** Whether a sign or a code, as somebody wrote it beside a number, can mean this ISO 4217 currency. */
export function canMean(written: string, currency: string): boolean {
  const sign = written.replace(/\.$/, '');
  if (/^[A-Z]{3}$/.test(sign)) return sign === currency;
  const known = signs[sign];
  if (known) return known.includes(currency);
  // A bare $ stands for many currencies; US$ and the like say which.
  return sign.endsWith('$') && dollars.has(currency) && currency.startsWith(sign.slice(0, -1));
}
