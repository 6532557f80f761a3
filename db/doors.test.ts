import type { PostgresJsDatabase, PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import { describe, expectTypeOf, it } from 'vitest';
import { type ActorTx, asActor, type JobTx, type SystemTx, type VisitorTx } from '@/db/doors';
import { recordActivity } from '@/lib/activity/record';

/** Held by the compiler, in `npm run check`: code that reaches a row without a door does not compile. */
describe('a transaction of an actor', () => {
  it('is not a connection, nor a bare transaction, nor one of another door', () => {
    expectTypeOf<PostgresJsDatabase>().not.toExtend<ActorTx>();
    expectTypeOf<PostgresJsTransaction<Record<string, never>, Record<string, never>>>().not.toExtend<ActorTx>();
    expectTypeOf<VisitorTx>().not.toExtend<ActorTx>();
    expectTypeOf<SystemTx>().not.toExtend<ActorTx>();
    expectTypeOf<JobTx>().not.toExtend<ActorTx>();
    expectTypeOf<ActorTx>().not.toExtend<SystemTx>();
    expectTypeOf<ActorTx>().not.toExtend<JobTx>();
  });

  it('comes from its door, and is what a mutation asks for', () => {
    expectTypeOf(asActor).parameter(1).parameter(0).toEqualTypeOf<ActorTx>();
    expectTypeOf(recordActivity).parameter(0).toEqualTypeOf<ActorTx>();
  });
});
