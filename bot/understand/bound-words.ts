/** "No more than" sets no lower bound, "not below" no upper one. */
const UNDENIED = "(?<!(?<!\\p{L})(?:no|not|inte|icke|ei|eivät)\\s)";
const ABOVE = `${UNDENIED}(?:more than|over|above|exceed\\p{L}*|greater than|larger than|bigger than|higher than|upwards of|in excess of|>|yli|enemmän kuin|suurempi\\p{L}* kuin|isompi\\p{L}* kuin|ylittä\\p{L}*|över|mer än|större än|fler än|överstig\\p{L}*)`;
const FROM =
  "(?:at least|(?:no|not) (?:less|smaller|fewer|lower) than|not (?:under|below)|min(?:imum)?(?: of)?|>=|≥|from|starting (?:at|from)|vähintään|ainakin|vähinään|(?:ei|eivät) (?:alle|vähemmän kuin|pienempi\\p{L}* kuin)|minst|åtminstone|inte (?:mindre än|färre än|under)|från(?: och med)?)";
const BELOW = `${UNDENIED}(?:less than|under|below|smaller than|fewer than|lower than|<|alle|vähemmän kuin|pienempi\\p{L}* kuin|alitta\\p{L}*|mindre än|färre än|understig\\p{L}*)`;
const TO =
  "(?:at most|(?:no|not) (?:more|greater|larger|bigger|higher) than|not (?:over|above|exceeding)|max(?:imum)?(?: of)?|up to|<=|≤|enintään|korkeintaan|(?:ei|eivät) (?:yli|enempää kuin|enemmän kuin|suurempi\\p{L}* kuin)|högst|maximalt|upp till|inte (?:mer än|större än|fler än|över))";

/** How an amount is compared with a bound, in three languages: words before it, words behind it. */
export interface BoundWords {
  bound: "min" | "max";
  /** `true`: more, or less, than the bound; otherwise the bound itself belongs to it. */
  isExcluded: boolean;
  /** Pattern of the words before the amount. */
  before: string;
  /** Pattern of the words behind it. */
  after: string;
}

/** Every way to compare. */
export const BOUNDS: readonly BoundWords[] = [
  { bound: "min", isExcluded: true, before: ABOVE, after: "(?:suurem\\p{L}*|isom\\p{L}*|ylittäv\\p{L}*)" },
  {
    bound: "min",
    isExcluded: false,
    before: FROM,
    after:
      "(?:or more|or above|or over|and above|and over|tai enemmän|tai yli|eller mer|eller över|och uppåt)",
  },
  { bound: "max", isExcluded: true, before: BELOW, after: "(?:pienem\\p{L}*|alittav\\p{L}*)" },
  {
    bound: "max",
    isExcluded: false,
    before: TO,
    after: "(?:or less|or under|or below|tai vähemmän|tai alle|eller mindre)",
  },
];
