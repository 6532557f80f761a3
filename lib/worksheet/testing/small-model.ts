import {
  alternativeOf,
  commitment,
  graduatedLine,
  modelOf,
  offerOf,
  oneTime,
  percent,
  range,
  recurring,
} from '@/lib/model/testing/models';
import type { Model } from '@/lib/model/types';

/** A model with a line of every kind, ranges, a claim, a plan and a threshold. */
export const everyKind: Model = modelOf(
  offerOf(
    [
      recurring({
        id: 'e5',
        label: 'E5',
        quantity: 250,
        unitCost: range(30, 34.5, 38),
        end: 36,
        escalator: 0.04,
        billed: 'annually',
      }),
      recurring({
        id: 'azure',
        label: 'Azure',
        category: 'consumption',
        unitCost: range(900, 1000, 1400),
        end: 36,
        growth: 0.1,
      }),
      percent({ id: 'support', label: 'Support', rate: range(0.06, 0.08, 0.1), of: ['licences', 'consumption'] }),
      commitment({
        id: 'macc',
        category: 'shortfall',
        label: 'Azure commitment',
        amount: range(40_000, 40_000, 45_000),
        of: ['consumption'],
        end: 36,
      }),
      graduatedLine({ id: 'unified', label: 'Unified', of: ['licences'] }),
    ],
    { renewalUplift: 0.05, termMonths: 12 },
  ),
  alternativeOf(
    [
      recurring({
        id: 'suite',
        label: 'Rival suite',
        part: 'run',
        quantity: 250,
        unitCost: range(11, 12, 14),
        end: 36,
      }),
      oneTime({
        id: 'move',
        label: 'Moving',
        category: 'migration',
        part: 'switching',
        unitCost: range(20_000, 30_000.01, 50_000),
        start: -6,
        end: 1,
        claimed: 90_000,
      }),
      percent({
        id: 'buffer',
        label: 'Contingency',
        category: 'contingency',
        part: 'switching',
        rate: range(0.1, 0.15, 0.2),
        of: ['migration'],
      }),
    ],
    {
      id: 'alternative-1',
      plan: [
        { id: 'pilot', label: 'Pilot', months: 2, after: [] },
        { id: 'move', label: 'Move', months: 4, after: ['pilot'] },
        { id: 'train', label: 'Train', months: 3, after: ['pilot'] },
      ],
    },
  ),
  { chosen: 'alternative-1', threshold: { amount: 300_000 }, discountRate: 0.07 },
);
