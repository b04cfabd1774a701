/** A question. Money is whole rupiah, or text as people write it (`1,5 jt`); a list may be text with commas. */
export interface Inputs {
  // INPUTS
}

export interface Shares {
  worker: number;
  employer: number;
  government: number;
  total: number;
}

/** One amount and how it came about: base, rate, relief, rounding, law and first day. */
export interface Step {
  id: string;
  base: number | null;
  rate: string | null;
  relief: string | null;
  amount: number;
  rounding: string;
  citation: string;
  effective: string;
  text: string;
}

export interface Assumption {
  name: string;
  value: string | number | string[] | null;
  text: string;
}

export interface Notice {
  id: string;
  text: string;
}

export interface Answer {
  inputs: Record<string, string | number | string[] | null>;
  contributions: Record<string, Shares>;
  monthly: Shares;
  grand_total: number;
  benefits: Record<string, number>;
  benefit_total: number;
  steps: Step[];
  assumptions: Assumption[];
  /** Least and most of every amount that an unknown input changes. */
  range?: Record<string, [number, number]>;
  notices: Notice[];
  facts: string;
}

/** Of which day the rules are; `review`: the day to look for a newer package. */
export interface About {
  name: string;
  version: string | number;
  as_of: string;
  review: string;
  facts: string;
  licence: string;
  languages: string[];
}

export const about: About;

/**
 * Answer a question by the law as known on `today` (a day such as 2026-11-29; else the clock's), said in `language`.
 * What cannot be answered is thrown as one Error, a line a mistake.
 */
export function estimate(inputs: Inputs, language?: "id" | "en", today?: string): Answer;

/** The law as rows of integers, as both engines read it. */
export function rules(): Record<string, unknown>;
