import 'server-only';
import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { formatDate } from '@/lib/format/dates';
import { formatMoney, formatMultiple, formatPercent } from '@/lib/format/money';
import { formatNumber, formatRate } from '@/lib/format/numbers';
import type { Model } from '@/lib/model/types';
import { sans, serif } from '@/lib/server/print-fonts';
import { blankContent, type Content, contentOf } from '@/lib/worksheet/content';
import { instructions } from '@/lib/worksheet/instructions';
import { monthRowsOf, placesOf } from '@/lib/worksheet/places';
import { figureGroups, none, readingOf } from '@/lib/worksheet/reading';
import { paperOf } from '@/lib/worksheet/style';
import { type Column, type InputSheet, settings, type Table, tables } from '@/lib/worksheet/tables';

/** The worksheet on paper, from the same description as the spreadsheet: to fill in by hand, or as it stands. */

export function blankPrint(about: { company: string; renewalMonth?: string }): Promise<Uint8Array<ArrayBuffer>> {
  return printed(blankContent(about), null);
}

export function filledPrint(model: Model, company: string): Promise<Uint8Array<ArrayBuffer>> {
  return printed(contentOf(model, company), model);
}

const ink = '#1f1b16';
const rule = '#b9af9f';
const look = StyleSheet.create({
  page: { fontFamily: sans, fontSize: 7, color: ink, paddingVertical: 32, paddingHorizontal: 30, lineHeight: 1.3 },
  title: { fontFamily: serif, fontWeight: 600, fontSize: 20, lineHeight: 1.3, marginBottom: 6 },
  heading: { fontFamily: serif, fontWeight: 600, fontSize: 12, lineHeight: 1.3, marginTop: 10, marginBottom: 4 },
  text: { fontSize: 9, lineHeight: 1.35, marginBottom: 4, maxWidth: 560 },
  row: { flexDirection: 'row', minHeight: 15 },
  header: { backgroundColor: '#eae4d9', fontWeight: 600 },
  cell: { borderWidth: 0.5, borderColor: rule, padding: 2, marginRight: -0.5, marginBottom: -0.5 },
  setting: { flexDirection: 'row', fontSize: 9, lineHeight: 1.3, minHeight: 16, alignItems: 'center' },
  figure: {
    flexDirection: 'row',
    fontSize: 9,
    lineHeight: 1.3,
    borderBottomWidth: 0.5,
    borderColor: rule,
    paddingVertical: 2,
  },
  foot: {
    position: 'absolute',
    bottom: 14,
    left: 30,
    right: 30,
    flexDirection: 'row',
    justifyContent: 'space-between',
  },
});

async function printed(content: Content, model: Model | null): Promise<Uint8Array<ArrayBuffer>> {
  const size = paperOf(content) === 'A4' ? 'A4' : 'LETTER';
  const sheets = ['Deal', 'Alternative', 'Switching', 'Plan', 'Support'] as const;
  const title = 'The walk position worksheet';
  const buffer = await renderToBuffer(
    <Document title={title} author="Walk Position" language="en-GB">
      <Page size={size} style={look.page}>
        <Text style={look.title}>{title}</Text>
        <Text style={look.text}>{content.settings.company ? `For ${content.settings.company}` : ''}</Text>
        {instructions.map(({ heading, paragraphs }) => (
          <View key={heading}>
            <Text style={look.heading}>{heading}</Text>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph} style={look.text}>
                {paragraph}
              </Text>
            ))}
          </View>
        ))}
        <Foot />
      </Page>
      {model && <Reading content={content} model={model} size={size} />}
      {sheets.map((sheet) => (
        <Page key={sheet} size={size} orientation="landscape" style={look.page}>
          <Sheet sheet={sheet} content={content} />
          <Foot />
        </Page>
      ))}
    </Document>,
  );
  return new Uint8Array(buffer);
}

function Foot() {
  return (
    <View style={look.foot} fixed>
      <Text>Walk Position</Text>
      <Text render={({ pageNumber, totalPages }) => `${pageNumber} of ${totalPages}`} />
    </View>
  );
}

function Sheet({ sheet, content }: { sheet: InputSheet; content: Content }) {
  return (
    <>
      <Text style={look.title}>{sheet}</Text>
      {settings
        .filter((setting) => setting.sheet === sheet)
        .map(({ key, label, cell }) => (
          <View key={key} style={look.setting}>
            <Text style={{ width: 150 }}>{label}</Text>
            <Text style={[look.cell, { width: 220, minHeight: 15 }]}>{shown(content.settings[key], cell)}</Text>
          </View>
        ))}
      {tables
        .filter((table) => table.sheet === sheet)
        .map((table) => (
          <PrintedTable key={table.key} table={table} rows={content.tables[table.key]} />
        ))}
    </>
  );
}

const widths: Readonly<Partial<Record<Column['key'], number>>> = {
  label: 3.4,
  category: 2.2,
  of: 3.4,
  line: 3,
  ref: 1.2,
};
const width = ({ key }: Column) => ({ flexGrow: widths[key] ?? 1, flexBasis: 0 });

function PrintedTable({ table, rows }: { table: Table; rows: Content['tables']['offer'] }) {
  const count = Math.max(rows.length + table.spare, table.rows);
  return (
    <View>
      <Text style={look.heading} minPresenceAhead={60}>
        {table.caption}
      </Text>
      <View style={[look.row, look.header]} wrap={false}>
        {table.columns.map((column) => (
          <Text key={column.key} style={[look.cell, width(column)]}>
            {column.label}
          </Text>
        ))}
      </View>
      {Array.from({ length: count }, (_, index) => {
        const row = rows[index];
        return (
          <View key={String(row?.ref ?? index)} style={look.row} wrap={false}>
            {table.columns.map((column) => (
              <Text key={column.key} style={[look.cell, width(column)]}>
                {shown(row?.[column.key], row?.derived === 'percent' && isFigure(column) ? 'rate' : column.cell)}
              </Text>
            ))}
          </View>
        );
      })}
    </View>
  );
}

const isFigure = ({ key }: Column) => key === 'low' || key === 'likely' || key === 'high' || key === 'claimed';

function shown(value: string | number | undefined, cell: Column['cell']): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return cell === 'date' ? formatDate(value) : value;
  return cell === 'rate' ? formatRate(value) : formatNumber(value);
}

function Reading({ content, model, size }: { content: Content; model: Model; size: 'A4' | 'LETTER' }) {
  const places = placesOf(content);
  const known = readingOf(model);
  return (
    <Page size={size} style={look.page}>
      <Text style={look.title}>The reading</Text>
      {figureGroups(places, monthRowsOf(places)).map(({ heading, figures }) => (
        <View key={heading} wrap={false}>
          <Text style={look.heading}>{heading}</Text>
          {figures
            .filter(({ name }) => name !== 'faults' && !(name.includes('_year_') && known[name] === null))
            .map(({ name, label, cell }) => (
              <View key={name} style={look.figure}>
                <Text style={{ width: 240 }}>{label}</Text>
                <Text style={{ flexGrow: 1, flexBasis: 0, textAlign: cell === 'text' ? 'left' : 'right' }}>
                  {figureText(known[name] ?? null, cell, model.currency)}
                </Text>
              </View>
            ))}
        </View>
      ))}
      <Foot />
    </Page>
  );
}

function figureText(
  value: string | number | null,
  cell: 'amount' | 'ratio' | 'percent' | 'count' | 'date' | 'text',
  currency: string,
): string {
  if (value === null) return none;
  if (typeof value === 'string') return cell === 'date' ? formatDate(value) : value;
  if (cell === 'amount') return formatMoney(value, currency);
  if (cell === 'ratio') return formatMultiple(value);
  return cell === 'percent' ? formatPercent(value) : formatNumber(value);
}
