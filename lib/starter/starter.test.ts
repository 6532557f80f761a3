import { describe, expect, it } from 'vitest';
import { lineOfFields } from '@/lib/lines/fields';
import { fieldsOfSuggestion } from '@/lib/starter/suggestion';
import { runTopics, switchingTopics } from '@/lib/starter/topics';
import { workloads } from '@/lib/starter/workloads';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 36 };
const topics = [...runTopics, ...switchingTopics];
const lines = topics.flatMap(({ category, lines }) => lines.map((line) => [line.label, category, line] as const));
const guidance = [...topics, ...workloads];

describe('the starter library', () => {
  it.each(lines)('begins “%s” without a figure, and only figures are missing', (_, category, line) => {
    const fields = fieldsOfSuggestion(line, category, null, about);
    expect([fields.low, fields.likely, fields.high, fields.claimed]).toEqual([null, null, null, null]);
    const read = lineOfFields(fields, 'key', 'alternative', about);
    expect(read.ok ? {} : Object.keys(read.problems).filter((field) => field !== 'quantity')).toEqual(['likely']);
  });

  it.each(lines)('“%s” is a line once it has its figures', (_, category, line) => {
    const fields = fieldsOfSuggestion(line, category, 'productivity', about);
    const price = line.kind === 'percent' ? 0.1 : 54.75;
    const filled = {
      ...fields,
      quantity: fields.kind === 'percent' ? null : 100,
      low: price,
      likely: price,
      high: price,
    };
    expect(lineOfFields(filled, 'key', 'alternative', about)).toMatchObject({ ok: true });
  });

  it('names the workload a line is for', () => {
    const [line] = runTopics[0]?.lines ?? [];
    expect(line && fieldsOfSuggestion(line, 'licences', 'Azure', about)).toMatchObject({
      label: 'What takes its place, Azure',
      workload: 'Azure',
    });
  });

  it('says of everything what to include and where figures come from', () => {
    for (const { include, figures } of guidance)
      expect([include.length > 20, figures.length > 20]).toEqual([true, true]);
  });

  it('shows no benchmark without its source and its date', () => {
    const benchmarks = guidance.flatMap((one) => one.benchmarks);
    expect(benchmarks.length).toBeGreaterThan(5);
    for (const { source, dated, url } of benchmarks) {
      expect(source).not.toBe('');
      expect(dated).toMatch(/\b20\d\d\b/);
      expect(url ?? 'https://').toMatch(/^https?:\/\//);
    }
  });

  it('takes contingency of categories it suggests', () => {
    const categories = topics.map(({ category }) => category);
    const of = topics.flatMap(({ lines }) => lines.flatMap((line) => line.of ?? []));
    expect(of.filter((name) => !categories.includes(name))).toEqual([]);
  });
});
