import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  type MemberPermission,
  type MemberRole,
  mayInEngagement,
  mayInPortal,
  memberPermissions,
  type PortalPermission,
  portalPermissions,
} from './permissions';

/** Which permissions a row of docs/access.md speaks of: by the word in front of the dot where a cell names one. */
const rows: Record<string, { inEngagement?: readonly MemberPermission[]; inPortal?: readonly PortalPermission[] }> = {
  'see the engagement': { inEngagement: ['engagement.read'] },
  'lines, plan, claims: read': { inEngagement: ['lines.read'] },
  'lines, plan: write': { inEngagement: ['alternative.write', 'plan.write'] },
  'offers, claims, contacts: write': { inEngagement: ['offer.write', 'claims.write', 'contacts.write'] },
  comment: { inEngagement: ['comment.write'] },
  "review a line (not one's own last change)": { inEngagement: ['line.review'] },
  'choose the alternative': { inEngagement: ['alternative.choose'] },
  'threshold, reading, leverage against it: see': { inEngagement: ['threshold.read'] },
  'threshold: propose, withdraw': { inEngagement: ['threshold.propose'] },
  'threshold: approve, decline': { inEngagement: ['threshold.approve'] },
  'decision: sign, leave, extend': { inEngagement: ['decision.make'] },
  'evidence: open / add': { inEngagement: ['evidence.open', 'evidence.add'] },
  'posture (contacts, brief, register, tests): read': { inEngagement: ['posture.read'] },
  'preparation summary: approve for showing': { inEngagement: ['summary.approve'] },
  'negotiators’ brief: acknowledge': { inEngagement: ['brief.acknowledge'] },
  'engagement: create, archive': {
    inEngagement: ['engagement.archive'],
    inPortal: ['engagement.create', 'engagement.archive'],
  },
  'papers: board paper, whole export': { inEngagement: ['papers.export'] },
  'people: invite, change, remove': { inEngagement: ['people.change'], inPortal: ['people.change'] },
  'activity: read': { inEngagement: ['activity.read'], inPortal: ['activity.read'] },
  'requests: triage': { inPortal: ['requests.triage'] },
  'ask for the worksheet': { inPortal: ['worksheet.request'] },
};

/** Changing what the engagement rests on (its name, dates and rates) is the advisors', as its lines are. */
const beyondTheTable: readonly MemberPermission[] = ['engagement.change'];

const roles: readonly MemberRole[] = ['advisor', 'executive', 'contributor', 'observer'];

function tableOf(markdown: string): { title: string; cells: string[] }[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| |') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('**', '').trim()),
    )
    .map(([title = '', ...cells]) => ({
      title,
      cells: cells.map((cell, at) => (cell === 'same' ? (cells[at - 1] ?? '') : cell)),
    }));
}

/** What a written cell says of one permission: "claims" of offers, claims and contacts says yes to claims alone. */
function said(cell: string, permission: string): Cell | string {
  if (cell === '✓') return true;
  if (cell === '–' || cell === '') return false;
  if (['claims', 'open', 'archive'].includes(cell)) return permission.split('.').includes(cell);
  return cell
    .replace(/^✓ \((.*)\)$/, '$1')
    .replace('own engagement, ', '')
    .replace("'", '’');
}

const table = tableOf(readFileSync('docs/access.md', 'utf8'));

describe('the table of docs/access.md', () => {
  it('has the rows this test knows, and no other', () => {
    expect(table.map(({ title }) => title)).toEqual(Object.keys(rows));
  });

  it('speaks of every permission there is', () => {
    const spoken = Object.values(rows);
    expect(
      spoken
        .flatMap((row) => row.inEngagement ?? [])
        .concat(beyondTheTable)
        .sort(),
    ).toEqual(Object.keys(memberPermissions).sort());
    expect(spoken.flatMap((row) => row.inPortal ?? []).sort()).toEqual(Object.keys(portalPermissions).sort());
  });

  it.each(table)('$title', ({ title, cells }) => {
    const { inEngagement = [], inPortal = [] } = rows[title] ?? {};
    const [administrator = '', visitor = ''] = cells.slice(4);
    for (const permission of inEngagement) {
      expect(Object.values(memberPermissions[permission]), permission).toEqual(
        cells.slice(0, 4).map((cell) => said(cell, permission)),
      );
    }
    for (const permission of inPortal) {
      expect(portalPermissions[permission].administrator, permission).toEqual(said(administrator, permission));
      expect(portalPermissions[permission].visitor, permission).toEqual(said(visitor, permission));
    }
    // The first column is the advisor's in their engagements; what concerns none of them is any advisor's.
    for (const permission of inPortal.filter((name) => !(name in memberPermissions))) {
      expect(portalPermissions[permission].advisor, permission).toEqual(said(cells[0] ?? '', permission));
    }
  });
});

describe('asking the table', () => {
  it('asks a contributor for the negotiator’s mark before posture is read', () => {
    expect(mayInEngagement({ role: 'contributor', negotiator: true }, 'posture.read')).toBe(true);
    expect(mayInEngagement({ role: 'contributor', negotiator: false }, 'posture.read')).toBe(false);
  });

  it('gives the mark no say over anything but posture’s reading and the brief', () => {
    const changed = (Object.keys(memberPermissions) as MemberPermission[]).flatMap((permission) =>
      roles
        .filter(
          (role) =>
            mayInEngagement({ role, negotiator: true }, permission) !==
            mayInEngagement({ role, negotiator: false }, permission),
        )
        .map((role) => `${role} ${permission}`),
    );
    expect(changed).toEqual([
      'contributor posture.read',
      'advisor brief.acknowledge',
      'executive brief.acknowledge',
      'contributor brief.acknowledge',
    ]);
  });

  it('lets no advisor approve and no administrator create', () => {
    expect(mayInEngagement({ role: 'advisor', negotiator: true }, 'threshold.approve')).toBe(false);
    expect(mayInPortal({ userId: 'ruth', portalRoles: ['administrator'] }, 'engagement.create')).toBe(false);
    expect(mayInPortal({ userId: 'ruth', portalRoles: ['administrator', 'advisor'] }, 'engagement.create')).toBe(true);
    expect(mayInPortal({ userId: 'marta', portalRoles: [] }, 'engagement.create')).toBe(false);
  });
});
