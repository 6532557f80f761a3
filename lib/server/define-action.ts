import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { type ActorTx, asActor } from '@/db/doors';
import {
  type Actor,
  type Member,
  type MemberPermission,
  mayInEngagement,
  mayInPortal,
  type PortalPermission,
} from '@/lib/access/permissions';
import { membershipOf } from '@/lib/engagements/membership';
import { actingPerson, keepRights } from '@/lib/server/actor';
import { type ActionError, type ActionResult, DomainError, notFound } from '@/lib/server/errors';
import { describeError, log } from '@/lib/server/logging';
import { type Limit, takeFromLimit } from '@/lib/server/rate-limits';
import type { SignedInPerson } from '@/lib/sign-in/sessions';

/** What an action needs: a permission inside one engagement, or in the portal as a whole, or to be about oneself. */
export type Needs = { engagementId: string; permission: MemberPermission } | { portal: PortalPermission } | 'self';

type Run<Input, Output> = (context: {
  tx: ActorTx;
  actor: SignedInPerson;
  /** The actor's membership, where the action is about an engagement. */
  member: Member | null;
  input: Input;
}) => Promise<Output>;

/**
 * A server action: parses, authorises, opens the actor's transaction, runs, and refreshes after commit.
 * `run` records its own activity in the same transaction. A thrown DomainError is shown to the reader,
 * anything else is logged under a reference and answered by that alone.
 */
export function defineAction<Schema extends z.ZodType, Output>(definition: {
  input: Schema;
  may: (input: z.output<Schema>) => Needs;
  run: Run<z.output<Schema>, Output>;
  refresh: (input: z.output<Schema>) => readonly string[];
  /** Where the actor goes then, where the page they are on is theirs no more; null to stay. */
  leadsTo?: (input: z.output<Schema>, actor: SignedInPerson) => Route | null;
}) {
  return (raw: unknown): Promise<ActionResult<Output>> =>
    answering(async () => {
      const input = parse(definition.input, raw);
      const actor = await actingPerson();
      if (!actor) throw notFound();
      const output = await asActor(actor, async (tx) => {
        const member = await authorise(tx, actor, definition.may(input));
        return definition.run({ tx, actor, member, input });
      });
      const stale = definition.refresh(input);
      const next = definition.leadsTo?.(input, actor);
      // Whoever is led elsewhere is answered at once: the page they are on may be gone already.
      if (stale.length > 0 && !next) await keepRights();
      for (const path of stale) revalidatePath(path, 'layout');
      if (next) redirect(next);
      return output;
    });
}

/** An action anybody may call, signed in or not: it must say how often from one network, and perhaps about one subject. */
export function definePublicAction<Schema extends z.ZodType, Output>(definition: {
  input: Schema;
  limit: Limit;
  limitAbout?: (input: z.output<Schema>) => { readonly limit: Limit; readonly subject: string };
  run: (context: { input: z.output<Schema> }) => Promise<Output>;
}) {
  return (raw: unknown): Promise<ActionResult<Output>> =>
    answering(async () => {
      const input = parse(definition.input, raw);
      await takeFromLimit(definition.limit);
      const about = definition.limitAbout?.(input);
      if (about) await takeFromLimit(about.limit, about.subject);
      return definition.run({ input });
    });
}

/** What a form comes back with: what was typed into it, and what is wrong with that. */
export type FormAnswer = { readonly typed: Readonly<Record<string, string>>; readonly errors: readonly ActionError[] };

/**
 * A form that anybody may send, whether scripts run or not: it comes back with everything typed, each error at its
 * field. `run` leads on by a redirect.
 */
export function definePublicForm<Schema extends z.ZodType>(
  definition: Parameters<typeof definePublicAction<Schema, never>>[0],
) {
  const act = definePublicAction(definition);
  return async (_: FormAnswer, form: FormData): Promise<FormAnswer> => {
    const answer = await act(form);
    const typed = form instanceof FormData ? [...form].filter(([name]) => !name.startsWith('$')) : [];
    return {
      typed: Object.fromEntries(typed.map(([name, value]) => [name, String(value)])),
      errors: answer.ok ? [] : answer.errors,
    };
  };
}

/** A form's fields by name. One that was sent twice is a list, so that whoever expects one value refuses it. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/** What was sent does not hold to the schema: one error a field, nothing done. */
class Unparsed extends Error {
  readonly errors: readonly ActionError[];

  constructor(errors: readonly ActionError[]) {
    super('The input does not hold to its schema');
    this.errors = errors;
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw instanceof FormData ? fieldsOf(raw) : raw);
  if (result.success) return result.data;
  throw new Unparsed(
    result.error.issues
      .slice(0, 50)
      .map((issue) => ({ code: 'invalid', message: issue.message, field: issue.path.join('.') })),
  );
}

async function authorise(tx: ActorTx, actor: Actor, needs: Needs): Promise<Member | null> {
  if (needs === 'self') return null;
  if ('portal' in needs) {
    if (!mayInPortal(actor, needs.portal)) throw notFound();
    return null;
  }
  const member = await membershipOf(tx, actor, needs.engagementId);
  if (!member) throw notFound();
  if (!mayInEngagement(member, needs.permission)) {
    const message = mayInEngagement({ ...member, archived: false }, needs.permission)
      ? 'This engagement is in the archive: it can be read, not changed.'
      : 'Your role in this engagement does not include this change.';
    throw new DomainError({ code: 'refused', message });
  }
  return member;
}

async function answering<Output>(run: () => Promise<Output>): Promise<ActionResult<Output>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    // Redirects and not-found answers travel as errors through Next and must go on.
    unstable_rethrow(error);
    if (error instanceof Unparsed) return { ok: false, errors: error.errors };
    if (error instanceof DomainError) return { ok: false, errors: [error.detail] };
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, err: describeError(error) }, 'an action failed');
    const message = `Something went wrong on our side. Nothing was saved. Quote ${reference} when you ask about it.`;
    return { ok: false, errors: [{ code: 'unexpected', message, reference }] };
  }
}
