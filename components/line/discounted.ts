import { formatPercent } from '@/lib/format/money';

export function discounted(rate: number): string {
  return rate === 0 ? 'not discounted' : `discounted at ${formatPercent(rate, 2)} a year`;
}
