import type { Mark } from '@/lib/requests/marks';
import type { Agreement, RequestState, SeatBand } from '@/lib/requests/words';

export type AdvisorView = { readonly userId: string; readonly name: string };

export type EntryView = {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
};

/** How the worksheet's mail and its link stand. */
export type LinkView = {
  readonly state: 'open' | 'ended';
  readonly downloads: number;
  readonly until: string;
  /** `forgotten` after a month. */
  readonly mail: 'queued' | 'delivered' | 'failed' | 'kept' | 'forgotten';
  readonly problem: string | null;
};

export type RequestView = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly agreement: Agreement;
  readonly renewalMonth: string;
  readonly seats: SeatBand;
  readonly hope: string;
  readonly marks: readonly Mark[];
  readonly state: RequestState;
  readonly assignedTo: string | null;
  readonly createdAt: string;
  readonly days: number;
  /** How often the same address has asked, this time included. */
  readonly asked: number;
  readonly link: LinkView | null;
  readonly entries: readonly EntryView[];
  /** The engagement it became, for whoever is a member of it. */
  readonly engagementId: string | null;
};

/** Requests of one organisation together, in the order of the first of them. */
export type RequestGroup = { readonly key: string; readonly requests: readonly RequestView[] };

export type QueueView = {
  readonly groups: readonly RequestGroup[];
  readonly counts: Readonly<Record<RequestState, number>>;
  readonly advisors: readonly AdvisorView[];
};
