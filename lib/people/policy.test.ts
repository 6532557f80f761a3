import { describe, expect, it } from 'vitest';
import type { Member, MemberRole } from '@/lib/access/permissions';
import { mayManage, mayNameNegotiators, rolesInstead, rolesToGive } from '@/lib/people/policy';

const roles: readonly MemberRole[] = ['advisor', 'executive', 'contributor', 'observer'];
const as = (role: MemberRole): Member => ({ role, negotiator: true });

describe('who may do what with people', () => {
  it('an advisor invites and manages anybody', () => {
    expect(rolesToGive(as('advisor'))).toEqual(roles);
    expect(roles.every((role) => mayManage(as('advisor'), { role }))).toBe(true);
  });

  it('an executive the client’s side only', () => {
    expect(rolesToGive(as('executive'))).toEqual(['executive', 'contributor', 'observer']);
    expect(mayManage(as('executive'), { role: 'advisor' })).toBe(false);
  });

  it('contributors and observers nobody, negotiators among them too', () => {
    for (const role of ['contributor', 'observer'] as const) {
      expect(rolesToGive(as(role))).toEqual([]);
      expect(roles.some((target) => mayManage(as(role), { role: target }))).toBe(false);
    }
  });

  it('nobody changes sides, and nobody their own role', () => {
    for (const role of roles) {
      expect(rolesInstead(as(role), { role: 'advisor', you: false })).toEqual(['advisor']);
      expect(rolesInstead(as('executive'), { role, you: true })).toEqual([role]);
    }
    expect(rolesInstead(as('advisor'), { role: 'observer', you: false })).toEqual([
      'executive',
      'contributor',
      'observer',
    ]);
  });

  it('negotiators are named by an advisor', () => {
    expect(roles.filter((role) => mayNameNegotiators(as(role)))).toEqual(['advisor']);
  });
});
