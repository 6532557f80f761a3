import { assess } from '@/lib/model/assess';
import { recalculate } from '@/lib/model/recalculate';
import { simulate } from '@/lib/model/simulation';
import type { Line, Model } from '@/lib/model/types';
import { largeModel } from './engine/model';
import { isDrawn, plainDraws } from './engine/plain-loop';
import { type Figures, workbookOf } from './engine/workbook';
import { alternate } from './measuring/alternate';
import { type Row, rowOf } from './measuring/rows';

const draws = 20_000;
const size = '200 lines over 60 months';

/** The cost model against a spreadsheet engine that holds the same workbook, and against a plain simulation. */
export async function measure(): Promise<Row[]> {
  return [recalculation(), assessment(), simulation()];
}

/** A quantity of the offer changes, and every figure of the line is read again. */
function recalculation(): Row {
  const workbook = workbookOf(largeModel());
  let model = largeModel();
  mustAgree(figuresOf(model), workbook.read());
  let edits = 0;
  const edit = () => {
    model = withQuantity(model, 5, 200 + (++edits % 90));
    return recalculate(model);
  };
  let others = 0;
  const peerEdit = () => {
    workbook.setQuantity(5, 200 + (++others % 90));
    return workbook.read();
  };
  const measured = alternate({ run: edit, times: 100 }, { run: peerEdit, times: 4 }, { rounds: 21, warmUp: 3 });
  model = withQuantity(model, 5, 321);
  workbook.setQuantity(5, 321);
  mustAgree(figuresOf(model), workbook.read());
  return rowOf({
    name: `Recalculation after one edit, ${size}`,
    unit: 'ms',
    ...measured,
    peerName: 'HyperFormula, one cell of the same workbook',
    aim: 20,
  });
}

/** Everything, on a model never seen before; the spreadsheet makes and reads its workbook, without draws. */
function assessment(): Row {
  const measured = alternate(
    { run: () => assess(largeModel(), { draws }) },
    { run: () => workbookOf(largeModel()).read() },
    { rounds: 5, warmUp: 1 },
  );
  return rowOf({
    name: `Full assessment with ${draws.toLocaleString('en-GB')} draws, ${size}`,
    unit: 'ms',
    ...measured,
    peerName: 'HyperFormula, the same workbook from scratch, likely figures only',
    aim: 1,
  });
}

/** Draws of an offer's lines that rest on no others, by table and by inverse distribution function. */
function simulation(): Row {
  const whole = largeModel();
  const model = { ...whole, offer: { ...whole.offer, lines: whole.offer.lines.filter(isDrawn) } };
  const lines = model.offer.lines.length;
  const few = 40;
  const expected = plainDraws(model, { draws: few, seed: 1 });
  // The same seed gives the same first number, whatever the number of draws.
  const got = simulate(model, { draws: few, seed: 1 }).offer;
  for (const [draw, value] of got.entries()) mustBeNear(value, expected[draw] ?? 0, `draw ${draw}`, 1e-4);
  const { ours, peer } = alternate(
    { run: () => simulate(model, { draws, seed: 1 }) },
    { run: () => plainDraws(model, { draws: few, seed: 1 }) },
    { rounds: 9, warmUp: 2 },
  );
  return rowOf({
    name: 'Simulated line-draws',
    unit: 'per second',
    ours: (draws * lines * 1000) / ours,
    peer: (few * lines * 1000) / peer,
    peerName: 'a plain loop over jstat’s inverse Beta distribution',
    aim: 20,
  });
}

function withQuantity(model: Model, index: number, quantity: number): Model {
  const changed = (line: Line, at: number) => (at === index && 'quantity' in line ? { ...line, quantity } : line);
  return { ...model, offer: { ...model.offer, lines: model.offer.lines.map(changed) } };
}

/** What `recalculate` gives, by the names of the workbook. */
function figuresOf(model: Model): Figures {
  const { offer, alternatives } = recalculate(model);
  const [own] = alternatives;
  if (!own) throw new Error('The model has no alternative');
  const { discount, switchingMultiple, month } = own.breakEven;
  const years = (side: string, byYear: Figures) =>
    Object.fromEntries(Object.entries(byYear).map(([year, sum]) => [`${side}.${year}`, sum]));
  return {
    'offer.nominal': offer.nominal,
    'offer.presentValue': offer.presentValue,
    'own.nominal': own.nominal,
    'own.presentValue': own.presentValue,
    'own.run': own.run,
    'own.switching': own.switching,
    'vendor.nominal': own.vendorVersion.nominal,
    'vendor.presentValue': own.vendorVersion.presentValue,
    'vendor.switching': own.vendorVersion.switching,
    leverage: own.leverage,
    discount: discount ?? Number.NaN,
    switchingMultiple: switchingMultiple ?? Number.NaN,
    month: month ?? model.horizonMonths,
    ...years('offer', offer.byYear),
    ...years('own', own.byYear),
  };
}

/** To the cent: what is faster at something else has measured nothing. */
function mustAgree(ours: Figures, peers: Figures): void {
  if (Object.keys(ours).length !== Object.keys(peers).length) throw new Error('The workbook has other figures');
  for (const [name, value] of Object.entries(ours)) mustBeNear(value, peers[name] ?? Number.NaN, name, 1e-12);
}

function mustBeNear(ours: number, peer: number, name: string, share: number): void {
  const allowed = Math.max(1e-7, Math.abs(ours) * share);
  if (!(Math.abs(ours - peer) <= allowed)) throw new Error(`Ours and the peer’s ${name} differ: ${ours} and ${peer}`);
}
