import { describe, expect, it } from 'vitest';
import { twoAtATime } from './two-at-a-time.mjs';

describe('two at a time', () => {
  it('never runs three, keeps the order, and waits for what a part rests on', async () => {
    const events = [];
    let running = 0;
    let most = 0;
    const part = (name, ticks, after) => ({
      name,
      after,
      run: async () => {
        events.push(name);
        most = Math.max(most, ++running);
        for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
        running--;
        return `${name} done`;
      },
    });
    // a ends first, but c waits for b: d goes before it.
    const results = await twoAtATime([part('a', 1), part('b', 50), part('c', 1, ['b']), part('d', 1, ['a'])]);
    expect(events).toEqual(['a', 'b', 'd', 'c']);
    expect(most).toBe(2);
    expect(results).toEqual({ a: 'a done', b: 'b done', c: 'c done', d: 'd done' });
  });

  it('gives a part what those before it came to', async () => {
    const one = { name: 'one', run: async () => 1 };
    const two = { name: 'two', after: ['one'], run: async ({ one }) => one + 1 };
    expect((await twoAtATime([two, one])).two).toBe(2);
  });

  it('says so where a part waits for one that is not there', async () => {
    await expect(twoAtATime([{ name: 'a', after: ['nobody'], run: async () => 1 }])).rejects.toThrow('a: waits for');
  });
});
