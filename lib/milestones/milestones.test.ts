import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outwardName, unnamed } from './figures';
import { isReminded } from './reminders';
import { movedWithRenewal, templateFor } from './template';

describe('the template', () => {
  it('counts back from the renewal: eighteen months before 30 June 2027 is 30 December 2025', () => {
    const laid = templateFor('2027-06-30');
    expect(laid[0]).toMatchObject({ label: 'Inventory and true usage', dueOn: '2025-12-30' });
    expect(laid.find(({ label }) => label === 'Best offer')?.dueOn).toBe('2027-04-30');
    expect(laid.at(-1)).toMatchObject({ label: 'Renewal', dueOn: '2027-06-30' });
  });

  it('keeps leadership’s two milestones to leadership', () => {
    const kept = templateFor('2027-06-30').filter(({ wall }) => wall === 'threshold');
    expect(kept.map(({ label }) => label)).toEqual(['Leadership’s first reading', 'Threshold approved']);
  });
});

describe('what moves with the renewal', () => {
  it('stays as many whole months from it, through the ends of months', () => {
    expect(movedWithRenewal('2027-02-28', '2027-06-30', '2027-07-31')).toBe('2027-03-31');
  });

  it('moves by as many days where it was put on a day of its own', () => {
    expect(movedWithRenewal('2027-06-12', '2027-06-30', '2027-07-07')).toBe('2027-06-19');
  });

  it('does not move when the renewal does not', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    const iso = day.map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(iso, iso, (due, renewal) => {
        expect(movedWithRenewal(due, renewal, renewal)).toBe(due);
      }),
    );
  });
});

describe('an owner is reminded', () => {
  const on = (dueOn: string, today: string, since?: string) =>
    isReminded(dueOn, { today, since: since ?? new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10) });

  it('14, 7 and 1 days before, and on the day, and on no other day before it', () => {
    const reminded = Array.from({ length: 21 }, (_, index) => 20 - index).filter((days) => {
      const today = new Date(Date.parse('2027-03-21') - days * 86_400_000).toISOString().slice(0, 10);
      return on('2027-03-21', today);
    });
    expect(reminded).toEqual([14, 7, 1, 0]);
  });

  it('once a week for as long as it is late', () => {
    const late = Array.from({ length: 22 }, (_, index) => index + 1).filter((days) => {
      const today = new Date(Date.parse('2027-03-01') + days * 86_400_000).toISOString().slice(0, 10);
      return on('2027-03-01', today);
    });
    expect(late).toEqual([7, 14, 21]);
  });

  it('the day after, where the portal did not run on the day; and not twice', () => {
    expect(on('2027-03-21', '2027-03-22', '2027-03-19')).toBe(true);
    expect(on('2027-03-21', '2027-03-22', '2027-03-21')).toBe(false);
    expect(on('2027-03-21', '2027-03-21', '2027-03-21')).toBe(false);
  });
});

describe('what a milestone is called outside the portal', () => {
  it.each([
    'Offer below 900 euros',
    'Ask for 12 per cent',
    'Twelve percent or nothing',
    'SEK 900 a seat',
    '900 PLN a seat',
    'Two million is the line',
    '₹ 900 a seat',
    'Under 1.2 Mrd',
  ])('tells no figure: %s', (label) => {
    expect(outwardName(label)).toBe(unnamed);
  });

  it.each(['Pilot with 300 seats', 'CIO 2 hears it', 'Inventory 2027', 'E5 against E3', 'Best offer'])(
    'keeps a name that holds none: %s',
    (label) => {
      expect(outwardName(label)).toBe(label);
    },
  );
});
