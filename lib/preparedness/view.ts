import type { EvidenceView } from '@/lib/evidence/view';
import type { MilestoneView } from '@/lib/milestones/view';
import type { Since } from '@/lib/preparedness/history';
import type { Mark } from '@/lib/preparedness/timeline';
import type { StandardCategory } from '@/lib/readiness/categories';
import type { CriterionId, PillarName } from '@/lib/readiness/criterion';
import type { Level, State } from '@/lib/readiness/level';

/** Where something is mended, and whose it is; null where nobody owns it. */
export type PlaceView = { readonly label: string; readonly href: string; readonly owner: string | null };

export type CriterionView = {
  readonly id: CriterionId;
  readonly name: string;
  readonly met: boolean;
  readonly overdue: boolean;
  readonly reason: string;
  /** What to mend, first things first, at most three. */
  readonly places: readonly PlaceView[];
  readonly owner: { readonly id: string; readonly name: string } | null;
};

export type PillarView = {
  readonly name: PillarName;
  readonly state: State;
  /** Empty where one may know how it stands and not why. */
  readonly criteria: readonly CriterionView[];
  /** It stands worse than what is shown of it explains: the rest is leadership's. */
  readonly partly: boolean;
};

export type CategoryView = {
  readonly category: StandardCategory;
  readonly costed: boolean;
  readonly reason: string;
  /** Of the reason; 0 where there is none. */
  readonly version: number;
};

export type PersonView = { readonly id: string; readonly name: string; readonly seesThreshold: boolean };

/** What the level says, for the pages around the Readiness room. */
export type LevelView = {
  readonly level: Level;
  readonly title: string;
  readonly detail: string;
  readonly weakest: PillarName | null;
};

export type HistoryView = {
  /** Of those pillars of which one may know since when. */
  readonly pillars: readonly { readonly name: PillarName; readonly course: readonly Since<State>[] }[];
  /** Null for whoever may not see all six. */
  readonly level: readonly Since<Level>[] | null;
};

/** Everything the Readiness room sends to the browser, as one member may see it. */
export type ReadinessView = LevelView & {
  readonly engagementId: string;
  readonly today: string;
  readonly pillars: readonly PillarView[];
  readonly next: readonly CriterionView[];
  readonly history: HistoryView;
  /** Null while no alternative is chosen. */
  readonly categories: { readonly alternativeId: string; readonly rows: readonly CategoryView[] } | null;
  readonly milestones: readonly MilestoneView[];
  /** What is attached to milestones, by their ids. */
  readonly evidence: Readonly<Record<string, readonly EvidenceView[]>>;
  readonly marks: readonly Mark[];
  readonly dates: { readonly version: number; readonly renewalDate: string; readonly noticeOn: string | null };
  readonly people: readonly PersonView[];
  readonly seesThreshold: boolean;
  readonly mayPlan: boolean;
  readonly mayAttach: boolean;
  readonly mayGiveReasons: boolean;
  /** Name owners of criteria, and set the days of the agreement. */
  readonly mayChange: boolean;
};
