/** A small model file that says no more than it must, as JSON.parse would give it; a new one each time. */
export function smallFile() {
  return {
    format: 'walk-position/model@1',
    currency: 'EUR',
    renewalDate: '2027-06-30',
    horizonMonths: 36,
    discountRate: 0.08,
    offer: {
      label: 'Offer 1',
      termMonths: 36,
      renewalUplift: 0.05,
      lines: [
        {
          id: 'seats',
          label: 'Seats',
          category: 'licences',
          kind: 'recurring',
          quantity: 1000,
          unitCost: 57,
          per: 'month',
          billed: 'annually',
          start: 0,
          end: 36,
        },
        { id: 'support', label: 'Support', category: 'support', kind: 'percent', rate: 0.1, of: ['licences'] },
      ] as object[],
    },
    alternatives: [
      {
        id: 'leave',
        label: 'Leave',
        kind: 'competitor',
        lines: [
          {
            id: 'move',
            label: 'Move',
            category: 'migration',
            kind: 'one-time',
            part: 'switching',
            unitCost: { low: 100, likely: 200, high: 500 },
            start: -6,
          },
        ] as object[],
      },
    ],
    chosen: 'leave',
  };
}
