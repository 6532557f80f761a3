import type { Page } from '@playwright/test';

const certain = (id: string, label: string, category: string, unitCost: number) => ({
  id,
  label,
  category,
  kind: 'one-time',
  unitCost,
  start: -3,
  end: 0,
});

/** A small deal: 100 a month to stay, 60 a month and two switching lines to leave, and a plan of three steps. */
export const smallModel = {
  format: 'walk-position/model@1',
  currency: 'EUR',
  renewalDate: '2099-06-30',
  horizonMonths: 36,
  discountRate: 0.08,
  offer: {
    label: 'First offer',
    termMonths: 36,
    renewalUplift: 0,
    lines: [
      {
        id: 'stay',
        label: 'Suite',
        category: 'licences',
        kind: 'recurring',
        quantity: 1,
        unitCost: 100,
        per: 'month',
        billed: 'monthly',
        start: 0,
        end: 36,
      },
    ],
  },
  alternatives: [
    {
      id: 'rival',
      label: 'The rival',
      kind: 'competitor',
      lines: [
        {
          id: 'run',
          label: 'Rival suite',
          category: 'licences',
          kind: 'recurring',
          quantity: 1,
          unitCost: 60,
          per: 'month',
          billed: 'monthly',
          start: 0,
          end: 36,
          part: 'run',
        },
        { ...certain('move', 'Moving the mail', 'migration', 200), part: 'switching' },
        { ...certain('train', 'Retraining', 'retraining', 90), part: 'switching' },
      ],
      plan: [
        { id: 'contract', label: 'Contract', months: 1, after: [] },
        { id: 'pilot', label: 'Pilot', months: 2, after: ['contract'] },
        { id: 'move', label: 'The move', months: 3, after: ['pilot'] },
      ],
    },
  ],
  chosen: 'rival',
};

/** Imports a model as an engagement of this journey's own, as the signed-in advisor. Returns its path. */
export async function importEngagement(page: Page, client: string, model: object = smallModel): Promise<string> {
  await page.goto('/engagements/new');
  const file = { name: 'model.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(model)) };
  await page.locator('input[type=file]').setInputFiles(file);
  // The form of what was read: until it is there, the only Client on the page is that of the short form.
  const read = page.locator('form', { has: page.getByRole('button', { name: /^Import/ }) });
  await read.getByLabel('Client', { exact: true }).fill(client);
  await read.getByRole('button', { name: /^Import/ }).click();
  await page.waitForURL(/\/engagements\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
