import type { Borders, Fill, Font, PageSetup, Style } from 'exceljs';
import type { Content } from '@/lib/worksheet/content';

/** The look of the worksheet: quiet, and yellow where one writes. */

const thin = (argb: string): Partial<Borders> => {
  const edge = { style: 'thin' as const, color: { argb } };
  return { top: edge, bottom: edge, left: edge, right: edge };
};
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const font = (more: Partial<Font> = {}): Partial<Font> => ({
  name: 'Calibri',
  size: 11,
  color: { argb: 'FF1F1B16' },
  ...more,
});

const muted = 'FF6B6257';

export const styles = {
  title: { font: font({ name: 'Cambria', size: 20, bold: true }) },
  heading: { font: font({ name: 'Cambria', size: 14, bold: true }) },
  text: { font: font(), alignment: { vertical: 'top', wrapText: true } },
  plain: { font: font() },
  muted: { font: font({ color: { argb: muted } }) },
  header: {
    font: font({ bold: true }),
    fill: fill('FFEAE4D9'),
    border: thin('FFB9AF9F'),
    alignment: { vertical: 'middle', wrapText: true },
  },
  input: {
    font: font(),
    fill: fill('FFFFF8DC'),
    border: thin('FFC9B98A'),
    protection: { locked: false },
  },
  result: { font: font(), fill: fill('FFF6F3EE'), border: thin('FFDDD6CA') },
  total: { font: font({ bold: true }), fill: fill('FFEAE4D9'), border: thin('FFB9AF9F') },
  verdict: { font: font({ name: 'Cambria', size: 14, bold: true }), alignment: { wrapText: true, vertical: 'top' } },
  fault: { font: font({ color: { argb: 'FFA3341F' }, bold: true }) },
} as const satisfies Record<string, Partial<Style>>;

/** Numbers that are nothing are not shown among months, so that what is there stands out. */
export function moneyFormats(digits: number) {
  const amount = digits > 0 ? `#,##0.${'0'.repeat(digits)}` : '#,##0';
  return { amount, sparse: `${amount};-${amount};;@`, figure: '#,##0.######', rate: '0.00##%', date: 'd mmm yyyy' };
}

const letterCurrencies = /^(USD|CAD|MXN|PHP|CLP|COP)$/;

/** The paper people of that currency have in their printers. */
export function paperOf({ settings }: Content): 'A4' | 'Letter' {
  return letterCurrencies.test(String(settings.currency ?? '')) ? 'Letter' : 'A4';
}

/** One page wide on A4 and Letter alike: the margins suit both, and spreadsheets swap one paper for the other. */
export function printing(paper: 'A4' | 'Letter', orientation: 'landscape' | 'portrait'): Partial<PageSetup> {
  return {
    paperSize: paper === 'A4' ? 9 : (1 as PageSetup['paperSize']),
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
}
