import { describe, expect, it } from 'vitest';
import { tenants } from '@/db/testing/tenants';
import { actions, type Rule } from '@/lib/access/endpoints';
import { call, codeOf } from './ask';
import { discoverActions } from './discover';
import type { Scene } from './input';
import { inputs } from './inputs';
import { admits, everybody, fresh, seesThreshold, type Who } from './people';
import { amountsIn, verdictsIn } from './secrets';

const here = () => tenants().y;
const callerFor = (who: Who) => fresh(who, { here: here(), elsewhere: tenants().x });
const byName = (name: string) => everybody.find((who) => who.name === name) as Who;

const offered = new Map(discoverActions().map((action) => [action.key, action]));
/** An action that no page offers has no id: no request reaches it. */
const reachable = Object.entries(actions).flatMap(([name, rule]) => {
  const action = offered.get(name.split(' ')[0] ?? '');
  return action ? [{ name, rule, action }] : [];
});

async function inputOf(name: string, scene: Scene) {
  const input = await inputs[name]?.(scene);
  if (!input) throw new Error(`There is no input for ${name}`);
  return input;
}

/** What whoever is turned away is answered: members hear that it is not theirs, strangers that there is nothing. */
const refusal = (rule: Rule, who: Who) =>
  typeof rule === 'object' && 'inEngagement' in rule && who.member ? 'refused' : 'not-found';

describe.each(reachable)('$name', ({ name, rule, action }) => {
  it.each(everybody)('as $name', async (who) => {
    const caller = await callerFor(who);
    const person = caller.person ?? (await callerFor(byName('an executive'))).person;
    if (!person) throw new Error('Somebody must be there to stand in');
    const input = await inputOf(name, { tenant: here(), person });
    const answer = await call(action, input.with, caller, here());
    expect(codeOf(answer)).toBe(admits(rule, who) ? (input.answers ?? 'ok') : refusal(rule, who));
    if (!admits(rule, who)) expect(answer.result).toMatchObject({ errors: [{ message: expect.any(String) }] });
    if (seesThreshold(who)) return;
    expect(amountsIn(answer.body, here())).toEqual([]);
    // Leaders of another client see their own readings among what is their own.
    if (rule !== 'oneself' || !who.elsewhere) expect(verdictsIn(answer.body)).toEqual([]);
  });
});
