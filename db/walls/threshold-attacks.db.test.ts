import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { attempt, reached } from '@/db/testing/attempt';
import { asOwner } from '@/db/testing/owner';
import { proofOfWord } from '@/db/testing/step-up';
import { snapshotOfTenant, tenants } from '@/db/testing/tenants';

/** What somebody would try on leadership's word who writes SQL with a rightful actor set. */

const refused = { refused: true };

type Person = { readonly userId: string };

describe('a threshold', () => {
  const propose = (as: Person, proposedAt = 'now()') => {
    const id = randomUUID();
    return {
      id,
      run: (sql: TransactionSql) => sql`
        insert into thresholds (id, engagement_id, amount, statement, alternative_id, alternative_cost, valid_until, quorum, proposed_by, proposed_at)
        select ${id}, engagement_id, 1, 'Ours', alternative_id, 1, '2099-12-31', 2, ${as.userId}, ${sql.unsafe(proposedAt)}
        from thresholds where id = ${tenants().x.threshold.id} returning 1`,
    };
  };
  const name = (sql: TransactionSql, thresholdId: string, whom: Person) => sql`
    insert into threshold_approvers (engagement_id, threshold_id, user_id)
    values (${tenants().x.engagementId}, ${thresholdId}, ${whom.userId}) returning 1`;
  const hashOf = (thresholdId: string) => snapshotOfTenant(thresholdId).hash;
  const prove = async (thresholdId: string, who: Person, decision: 'approve' | 'decline' = 'approve') =>
    (await proofOfWord(who.userId, thresholdId, hashOf(thresholdId), decision)).stepUpId;
  const approve = (
    sql: TransactionSql,
    thresholdId: string,
    as: Person,
    { at = 'now()', proof }: { at?: string; proof: string | null },
  ) => sql`
    insert into approvals (engagement_id, threshold_id, user_id, decision, alternative_cost, valid_until, snapshot_hash, step_up_id, decided_at)
    values (${tenants().x.engagementId}, ${thresholdId}, ${as.userId}, 'approve', 1, '2099-12-31', ${hashOf(thresholdId)}, ${proof},
            ${sql.unsafe(at)}) returning 1`;

  it('is proposed in one’s own name and dated now', async () => {
    const { x } = tenants();
    expect(reached(await attempt(x.advisor, propose(x.advisor).run))).toBe(1);
    expect(await attempt(x.advisor, propose(x.executive).run)).toEqual(refused);
    expect(await attempt(x.advisor, propose(x.advisor, "now() + interval '1 day'").run)).toEqual(refused);
  });

  it('names executives, with the proposal and not after it', async () => {
    const { x } = tenants();
    const naming = (whom: Person) => {
      const proposal = propose(x.advisor);
      return attempt(x.advisor, async (sql) => {
        await proposal.run(sql);
        return name(sql, proposal.id, whom);
      });
    };
    expect(reached(await naming(x.executive))).toBe(1);
    expect(await naming(x.advisor)).toEqual(refused);
    expect(await naming(x.contributor)).toEqual(refused);
    // This very executive proposed the tenant’s threshold, in a transaction that is over.
    expect(await attempt(x.executive, (sql) => name(sql, x.threshold.id, x.executive))).toEqual(refused);
  });

  it('is approved by a named executive, in their own name, dated now', async () => {
    const { x } = tenants();
    const { id } = x.threshold;
    const attempted = async (by: Person, as: Person, at?: string) => {
      const proof = await prove(id, as);
      return attempt(by, (sql) => approve(sql, id, as, at ? { at, proof } : { proof }));
    };
    expect(reached(await attempted(x.executive, x.executive))).toBe(1);
    expect(await attempted(x.executive, x.secondExecutive)).toEqual(refused);
    expect(await attempted(x.advisor, x.advisor)).toEqual(refused);
    expect(await attempted(x.executive, x.executive, "'2099-01-01'")).toEqual(refused);
  });

  it('is not approved by an executive who was not named', async () => {
    const { x } = tenants();
    const proposal = propose(x.executive);
    const proof = await prove(proposal.id, x.executive);
    const outcome = await attempt(x.executive, async (sql) => {
      await proposal.run(sql);
      await name(sql, proposal.id, x.secondExecutive);
      return approve(sql, proposal.id, x.executive, { proof });
    });
    expect(outcome).toEqual(refused);
  });

  it('is not approved without a fresh proof of one’s own, for this word on this content; and one proof is one word', async () => {
    const { x } = tenants();
    const { id } = x.threshold;
    const used = await asOwner(
      (sql) => sql<{ proof: string }[]>`select step_up_id as proof from approvals where threshold_id = ${id} limit 1`,
    );
    const proofs = [
      null,
      randomUUID(),
      used[0]?.proof ?? '',
      await prove(id, x.secondExecutive),
      await prove(id, x.executive, 'decline'),
      await prove(randomUUID(), x.executive),
    ];
    for (const proof of proofs) {
      expect(await attempt(x.executive, (sql) => approve(sql, id, x.executive, { proof }))).toEqual(refused);
    }
    const proof = await prove(id, x.executive);
    const twice = attempt(x.executive, async (sql) => {
      await approve(sql, id, x.executive, { proof });
      return approve(sql, id, x.executive, { proof });
    });
    expect(await twice).toEqual(refused);
    await asOwner((sql) => sql`update step_ups set expires_at = now() where id = ${proof}`);
    expect(await attempt(x.executive, (sql) => approve(sql, id, x.executive, { proof }))).toEqual(refused);
  });

  it('once approved is taken back by nobody, nor superseded by what leadership has not approved', async () => {
    const { x } = tenants();
    const become = (sql: TransactionSql, kind: string, by: Person) => sql`
      insert into threshold_moves (engagement_id, threshold_id, kind, by)
      values (${x.engagementId}, ${x.threshold.id}, ${kind}, ${by.userId}) returning 1`;
    for (const by of [x.advisor, x.executive]) {
      for (const kind of ['withdrawn', 'superseded', 'proposed']) {
        const outcome = await attempt(by, async (sql) => {
          await propose(by).run(sql);
          return become(sql, kind, by);
        });
        expect(outcome).toEqual(refused);
      }
    }
  });

  it('is put to no fewer than two, and no fewer than must approve it', async () => {
    const { x } = tenants();
    const naming = (whom: readonly Person[]) => {
      const proposal = propose(x.advisor);
      return attempt(x.advisor, async (sql) => {
        await proposal.run(sql);
        for (const person of whom) await name(sql, proposal.id, person);
        return sql`
          insert into threshold_moves (engagement_id, threshold_id, kind, by)
          values (${x.engagementId}, ${proposal.id}, 'proposed', ${x.advisor.userId}) returning 1`;
      });
    };
    expect(await naming([])).toEqual(refused);
    expect(await naming([x.executive])).toEqual(refused);
    expect(reached(await naming([x.executive, x.secondExecutive]))).toBe(1);
  });
});
