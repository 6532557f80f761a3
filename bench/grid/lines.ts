/** A model file whose one alternative has so many lines: as an inventory out of a spreadsheet would make it. */
export function modelWithLines(count: number): object {
  const lines = Array.from({ length: count - 1 }, (_, index) => ({
    id: `line-${index}`,
    label: `Item ${index} of the inventory`,
    category: categories[index % categories.length],
    workload: workloads[index % workloads.length],
    part: index % 3 === 0 ? 'switching' : 'run',
    kind: 'recurring',
    quantity: 1 + (index % 400),
    unitCost: { low: 3 + (index % 7), likely: 4 + (index % 7), high: 6 + (index % 7) + (index % 3) },
    per: 'month',
    billed: index % 2 === 0 ? 'monthly' : 'annually',
    start: 0,
    end: 60,
    escalator: 0.02,
  }));
  return {
    format: 'walk-position/model@1',
    currency: 'EUR',
    renewalDate: '2099-06-30',
    horizonMonths: 60,
    discountRate: 0.07,
    offer: {
      label: 'First offer',
      termMonths: 36,
      renewalUplift: 0.05,
      lines: [{ ...lines[0], id: 'offer', part: undefined }],
    },
    alternatives: [
      {
        id: 'rival',
        label: 'The rival',
        kind: 'competitor',
        lines: [
          ...lines,
          {
            id: 'support',
            label: 'Support',
            category: 'support',
            part: 'run',
            kind: 'percent',
            rate: 0.08,
            of: ['licences'],
          },
        ],
      },
    ],
    chosen: 'rival',
  };
}

const categories = ['licences', 'migration', 'retraining', 'dual running'];
const workloads = ['mail', 'files', 'voice', 'identity', 'devices'];
