import { averna } from '../db/seed/averna/averna';
import { brackwater } from '../db/seed/brackwater';
import { tessaro } from '../db/seed/tessaro';
import { expect, test } from './journey';
import { portalLog } from './portal-log';

/** An amount in any of the ways it may be written: 16000000, 16,000,000, 16.000.000, 16 000 000. */
function asWritten(amount: number): RegExp {
  const groups = amount.toLocaleString('en').split(',');
  return new RegExp(`(?<!\\d)${groups.join('[.,\\u2019\\u00a0\\u202f ]?')}(?!\\d)`);
}

const thresholds = [averna, brackwater, tessaro].flatMap(({ threshold }) => (threshold ? [threshold.amount] : []));

const never: readonly [what: string, pattern: RegExp][] = [
  ...thresholds.map((amount) => [`a threshold, ${amount}`, asWritten(amount)] as [string, RegExp]),
  ['a mail address', /[\w.+-]+@[\w-]+(\.[\w-]+)+/],
  ['a token of a session, a link or an invitation', /[0-9a-f]{64}/],
  ['what a cookie carries', /walk-session=/],
  ['the address of the database', /postgres(ql)?:\/\//],
  ['the parameters of a query', /params:|Failed query/],
];

test('the log of the whole run holds no figure, no address, no token and no cookie', () => {
  const log = portalLog();
  expect(log).toContain('Serving at');
  for (const [what, pattern] of never) {
    const line = log.split('\n').find((written) => pattern.test(written));
    expect(line, what).toBeUndefined();
  }
});

test('each of these would have been found', () => {
  expect(thresholds.length).toBeGreaterThan(2);
  const found = [
    'amount: 16000000',
    'EUR 16,000,000',
    'EUR 16.000.000,00',
    '"to":"ines.halder@northgate-advisory.example"',
    'cookie: walk-session=abc',
    `?token=${'0a'.repeat(32)}`,
    'postgres://walk_app@127.0.0.1/walk',
    'Failed query: select 1',
  ];
  for (const line of found)
    expect(
      never.some(([, pattern]) => pattern.test(line)),
      line,
    ).toBe(true);
  for (const line of ['"time":1795571600000', 'node_modules/@scope/package/index.js', '41600001']) {
    expect(
      never.some(([, pattern]) => pattern.test(line)),
      line,
    ).toBe(false);
  }
});
