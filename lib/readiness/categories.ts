/** The standard categories of what leaving costs: each has a line, or a reason why it does not apply. */
export const standardCategories = [
  'migration',
  'integration',
  'retraining',
  'productivity',
  'dual running',
  'data transfer',
  'exit',
  'security & compliance',
  'change management',
] as const;

export type StandardCategory = (typeof standardCategories)[number];

/** Words by which a line's own category belongs to a standard one, whatever else it says. */
const words: Readonly<Record<StandardCategory, RegExp>> = {
  migration: /\bmigrat/i,
  integration: /\bintegrat|\binterface/i,
  retraining: /\b(re)?training\b/i,
  productivity: /\bproductivity\b/i,
  'dual running': /\b(dual|parallel)[ -]running\b/i,
  'data transfer': /\bdata transfer\b|\begress\b/i,
  exit: /\bexit\b/i,
  'security & compliance': /\bsecurity\b|\bcompliance\b|\b(re-?)?certification\b/i,
  'change management': /\bchange management\b/i,
};

/** Which standard categories a line's category stands for: “integration and interface rework” is integration. */
export function standardCategoriesOf(category: string): StandardCategory[] {
  return standardCategories.filter((standard) => words[standard].test(category));
}
