import { percentage } from '@/lib/line/words';

export function discounted(rate: number): string {
  return rate === 0 ? 'not discounted' : `discounted at ${percentage(rate, 2)} a year`;
}
