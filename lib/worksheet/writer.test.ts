import { describe, expect, it } from 'vitest';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';
import { everyKind } from '@/lib/worksheet/testing/small-model';
import { writeWorksheet } from '@/lib/worksheet/writer';

describe('worksheets written on a thread of their own', () => {
  it('are each their asker’s, and leave the others their turn meanwhile', async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    const [filled, blank] = await Promise.all([
      writeWorksheet({ filled: everyKind, company: 'Ostwind' }),
      writeWorksheet({ blank: { company: 'Lumen Works', renewalMonth: '2027-06' } }),
    ]);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(20);
    expect(await readWorksheet(filled)).toMatchObject({ company: 'Ostwind', model: everyKind });
    expect((await readWorksheet(blank)).company).toBe('Lumen Works');
  });

  it('prints are drawn there too', async () => {
    const bytes = await writeWorksheet({ print: everyKind, company: 'Ostwind' });
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('a worksheet that cannot be written is told to its asker, and the next one is written', async () => {
    await expect(writeWorksheet({ filled: {} as never, company: 'x' })).rejects.toThrow();
    expect((await writeWorksheet({ blank: { company: 'Lumen Works' } })).length).toBeGreaterThan(10_000);
  });
});
