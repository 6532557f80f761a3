import { type MemberPermission, type MemberRole, memberPermissions } from '@/lib/access/permissions';
import type { EngagementRecord } from '@/lib/engagements/record';
import { anyOf } from '@/lib/line/words';

/** Something the page waits for, and who can supply it. */
export type Missing = {
  readonly what: string;
  /** People of this engagement who may do it, as a sentence. */
  readonly turnTo: string;
  /** The room where it is done. */
  readonly room: 'offer' | 'alternative';
};

/** What must be entered before offer and alternative can be compared, for every member alike. */
export function missingOf(engagement: EngagementRecord): Missing[] {
  const missing: Missing[] = [];
  const offer = engagement.offers.at(-1);
  if (!offer || offer.lines.length === 0) {
    missing.push({
      what: 'The offer has no line yet.',
      turnTo: whoMay(engagement, 'offer.write', 'enters it'),
      room: 'offer',
    });
  }
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  if (!chosen) {
    missing.push({
      what: 'No alternative is chosen yet: which course the organisation would really take.',
      turnTo: whoMay(engagement, 'alternative.choose', 'chooses it'),
      room: 'alternative',
    });
  } else if (chosen.lines.length === 0) {
    missing.push({
      what: `The chosen alternative, ${chosen.label}, has no line yet.`,
      turnTo: whoMay(engagement, 'alternative.write', 'costs it'),
      room: 'alternative',
    });
  }
  return missing;
}

/** Ann (advisor) or Ben (executive) enters it. */
export function whoMay(engagement: EngagementRecord, permission: MemberPermission, does: string): string {
  const may = (role: MemberRole) => memberPermissions[permission][role] !== false;
  const people = engagement.people.filter(({ role }) => may(role));
  if (people.length === 0) return `No member can do that yet: it takes ${anyOf(roles.filter(may).map(aRole))}.`;
  const named = people.slice(0, 4).map(({ name, role }) => `${name} (${role})`);
  return `${anyOf(named)} ${does}.`;
}

const roles: readonly MemberRole[] = ['advisor', 'executive', 'contributor', 'observer'];

function aRole(role: MemberRole): string {
  return /^[aeio]/.test(role) ? `an ${role}` : `a ${role}`;
}
