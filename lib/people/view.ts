import type { MemberRole, PortalRole } from '@/lib/access/permissions';

/** Instants are ISO texts in UTC. */
export type SessionView = {
  readonly id: string;
  readonly device: string;
  readonly method: 'link' | 'passkey' | 'identity' | 'invitation' | 'demo';
  readonly createdAt: string;
  readonly lastUsedAt: string;
  /** The one this page is read in. */
  readonly current: boolean;
};

export type PasskeyView = {
  readonly id: string;
  readonly name: string;
  readonly synced: boolean;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
};

export type AccountView = {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly sessions: readonly SessionView[];
  readonly passkeys: readonly PasskeyView[];
};

export type MemberView = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly title: string | null;
  readonly role: MemberRole;
  readonly negotiator: boolean;
  readonly you: boolean;
  /** Whether the reader may change or remove this member, and the roles they may be given. */
  readonly yours: boolean;
  readonly roles: readonly MemberRole[];
};

export type StaffView = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: PortalRole;
  readonly since: string;
  readonly you: boolean;
};
