/** What an administrator sees of an engagement: its name, nothing of what it holds. Instants are ISO. */
export type EngagementName = {
  readonly id: string;
  readonly client: string;
  readonly lead: string | null;
  readonly createdAt: string;
  readonly archivedAt: string | null;
  readonly request: { readonly id: string; readonly yours: boolean; readonly expiresAt: string } | null;
};

/** What an advisor sees of the archive of their own engagement. */
export type ArchivedState = {
  readonly engagementId: string;
  readonly archived: boolean;
  readonly request: { readonly id: string; readonly expiresAt: string } | null;
};
