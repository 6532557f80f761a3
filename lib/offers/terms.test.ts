import { describe, expect, it } from 'vitest';
import { changedOffer } from '@/lib/offers/schema';
import { readTerm } from '@/lib/offers/terms';

describe('the uplift at renewal', () => {
  const why = 'An uplift is from −100 % to 1,000 %, with at most eight decimals';

  it('takes no more away than there is, and says so in words', () => {
    expect(readTerm('renewalUplift', '-200 %')).toEqual({ ok: false, why });
    expect(readTerm('renewalUplift', '1001')).toEqual({ ok: false, why });
    expect(readTerm('renewalUplift', '-100 %')).toEqual({ ok: true, change: { renewalUplift: -1 } });
    const id = '00000001-0000-4000-8000-000000000000';
    const sent = { engagementId: id, offerId: id, version: 1, change: { renewalUplift: -2 } };
    expect(changedOffer.safeParse(sent).error?.issues).toMatchObject([{ message: why }]);
  });
});
