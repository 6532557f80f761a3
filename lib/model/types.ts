/**
 * The shapes of the cost model. Rates are fractions (0.05 = 5 %), money is in units of the model's
 * currency, months count from the renewal date (month 0) over −24 … horizonMonths − 1, `start` is
 * inclusive and `end` exclusive. Every default of the file format is already filled in.
 */

/** low ≤ likely ≤ high; equal values mean a certain figure. */
export type Estimate = { readonly low: number; readonly likely: number; readonly high: number };

export type Part = 'run' | 'switching';
export type AlternativeKind = 'competitor' | 'hybrid' | 'reduced-footprint';

type LineBase = {
  readonly id: string;
  readonly label: string;
  readonly category: string;
  readonly workload?: string;
  /** On a line of an alternative only. */
  readonly part?: Part;
  readonly start: number;
  readonly end: number;
};

export type RecurringLine = LineBase & {
  readonly kind: 'recurring';
  readonly quantity: number;
  readonly unitCost: Estimate;
  readonly per: 'month' | 'year';
  readonly billed: 'monthly' | 'quarterly' | 'annually';
  readonly escalator: number;
  readonly heldUntil: number;
  readonly growth: number;
  /** On an offer line: instead of the offer's. On an alternative: residual Microsoft spend. */
  readonly renewalUplift?: number;
  /** On a line of an alternative that is residual Microsoft spend. */
  readonly termMonths?: number;
  /** What Microsoft says this costs, in place of `unitCost`. Switching lines only. */
  readonly claimed?: number;
};

export type OneTimeLine = LineBase & {
  readonly kind: 'one-time';
  readonly quantity: number;
  readonly unitCost: Estimate;
  readonly claimed?: number;
};

export type PercentLine = LineBase & {
  readonly kind: 'percent';
  readonly rate: Estimate;
  readonly of: readonly string[];
  readonly claimed?: number;
};

export type CommitmentLine = LineBase & {
  readonly kind: 'commitment';
  readonly amount: Estimate;
  readonly of: readonly string[];
  readonly claimed?: number;
};

/** A band of spend up to `upTo` (the last one has none) charged at its own `rate`. */
export type Tier = { readonly upTo?: number; readonly rate: number };

export type GraduatedLine = LineBase & {
  readonly kind: 'graduated';
  readonly tiers: readonly Tier[];
  readonly of: readonly string[];
};

export type Line = RecurringLine | OneTimeLine | PercentLine | CommitmentLine | GraduatedLine;
export type LineKind = Line['kind'];

export type Offer = {
  readonly label: string;
  readonly termMonths: number;
  readonly renewalUplift: number;
  readonly lines: readonly Line[];
};

export type PlanStep = {
  readonly id: string;
  readonly label: string;
  readonly months: number;
  readonly after: readonly string[];
};

export type Alternative = {
  readonly id: string;
  readonly label: string;
  readonly kind: AlternativeKind;
  readonly lines: readonly Line[];
  readonly plan?: readonly PlanStep[];
};

export type Model = {
  readonly currency: string;
  /** ISO calendar date on which the agreement ends and month 0 begins. */
  readonly renewalDate: string;
  readonly horizonMonths: number;
  readonly discountRate: number;
  readonly correlation: number;
  readonly offer: Offer;
  readonly alternatives: readonly Alternative[];
  readonly chosen?: string;
  readonly threshold?: { readonly amount: number };
};

/** Nominal sums per contract year: "1", "2", … and `pre` for all months before renewal, in no order to rely on. */
export type ByYear = Readonly<Record<string, number>>;

export type Scenarios = {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly expected: number;
};

/** What each clause of the offer costs: present value with it less present value without it. */
export type OfferTerms = {
  readonly renewalUplift: number;
  readonly escalator: number;
  readonly growth: number;
  readonly commitment: number;
  readonly support: number;
};

export type OfferAssessment = {
  readonly nominal: number;
  readonly presentValue: number;
  readonly byYear: ByYear;
  readonly scenarios: Scenarios;
  readonly terms: OfferTerms;
};

export type Percentiles = {
  readonly p5: number;
  readonly p10: number;
  readonly p50: number;
  readonly p80: number;
  readonly p90: number;
  readonly p95: number;
};

export type Simulation = {
  readonly draws: number;
  readonly pOfferCostsMore: number;
  readonly offer: Percentiles;
  readonly alternative: Percentiles;
  readonly leverage: Percentiles;
};

export type PlanAssessment = {
  readonly months: number;
  readonly criticalPath: readonly string[];
  /** ISO calendar date: the latest day on which leaving can still be finished in time. */
  readonly walkBy: string;
};

export type Sensitivity = { readonly line: string; readonly low: number; readonly high: number };

export type WorkloadRow = {
  readonly workload: string;
  readonly offer: number;
  readonly alternative: number;
  readonly leverage: number;
};

export type AlternativeAssessment = {
  readonly id: string;
  readonly nominal: number;
  readonly presentValue: number;
  readonly byYear: ByYear;
  readonly scenarios: Scenarios;
  readonly run: number;
  readonly switching: number;
  readonly vendorVersion: { readonly nominal: number; readonly presentValue: number; readonly switching: number };
  readonly inflation: number | null;
  readonly leverage: number;
  readonly breakEven: {
    readonly discount: number | null;
    readonly switchingMultiple: number | null;
    readonly month: number | null;
  };
  readonly sensitivity: readonly Sensitivity[];
  readonly byWorkload: readonly WorkloadRow[];
  readonly plan?: PlanAssessment;
  readonly simulation: Simulation;
};

export type Verdict = 'walk' | 'press' | 'sign' | 'revisit' | 'incomplete';
export type Confidence = 'clear' | 'leaning' | 'close';

export type Reading = { readonly verdict: Verdict; readonly vendorVersion: Verdict };

/** The shape of `expected` in the vectors. */
export type Assessment = {
  readonly offer: OfferAssessment;
  readonly alternatives: readonly AlternativeAssessment[];
  readonly reading: Reading;
};
