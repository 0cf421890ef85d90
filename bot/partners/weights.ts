/**
 * How much each part of a suggestion counts. All weights of partner suggestion stand here; they were set on
 * `test/quality/exchanges-dev.csv` with the rows of each place left out in turn (`npm run eval -- --partners`).
 */
export const PARTNER_WEIGHTS = {
  /** What a word of the description says about the stuff, by its place in the phrase. */
  evidence: {
    /** The head of the phrase: "ash" of "ash from a bark boiler". */
    head: 1,
    /** A word before the head: "bark" of "bark boiler ash". */
    modifier: 0.6,
    /** A head that names many things ("water", "sludge"), where something stands before it, and that something. */
    generalHead: 0.75,
    modifierOfGeneral: 0.7,
    /** What stands behind "with" or "containing". */
    content: 0.5,
    /** What stands behind "from" or "of": where it comes from. */
    origin: 0.25,
    /** A part of a compound that has no entry of its own. */
    part: 0.6,
  },
  /** Materials whose names share words with a description that no name fits. */
  nearest: {
    /** Least likeness (cosine) that counts. */
    least: 0.35,
    most: 3,
    /** Share of the likeness that becomes the weight. */
    share: 0.7,
    /** Share when the head of the phrase is known, and only its words suggest more. */
    beside: 0.35,
  },
  /** What a waste code says: share of a use's firmness when the row names the same code, or its first four digits. */
  wasteCode: { same: 0.4, sameGroup: 0.12 },
  /** What a related material says about the one that was named. */
  related: {
    /** The more general material, for each step up. */
    broader: 0.45,
    /** The more special ones, where a general word was used ("ash"). */
    narrower: 0.45,
    /** The properties, from the main one on. */
    contains: [0.45, 0.3, 0.2, 0.18, 0.16],
  },
  /** How firmly a row of `uses.csv` ties a material to an industry. */
  use: {
    generalPractice: 0.6,
    documented: 0.5,
    /** Added for each doubling of the documented cases. */
    perDoubling: 0.05,
    /** Uses are listed from the commonest on: each place further down counts this share of the one before. */
    rankDecay: 0.9,
  },
  /** Shares of the parts of a company's score; they add up to 1. */
  company: {
    /** How well its industry takes the stuff. */
    industry: 0.45,
    /** Whether its inputs name the stuff or a related one. */
    needs: 0.3,
    /** Nearness: 1 next door, half at {@link halfwayKm}. */
    distance: 0.15,
    /** Whether its data are recent and it is running. */
    freshness: 0.1,
    halfwayKm: 100,
    /** The same for heat, which is piped and not carried; beyond its reach in km hardly anything is left. */
    heatHalfwayKm: 8,
    heatReachKm: 30,
    beyondReach: 0.35,
  },
  /** Pairs of free texts: what shared stuff adds, and what each place down the ranking takes. */
  pair: { sharedStuff: 0.3, rankLoss: 0.15 },
  /** Shares of the parts of a stream that could be taken; availability counts as far as the stuff fits. */
  source: { fit: 0.55, availability: 0.25, distance: 0.1, freshness: 0.1 },
  /** What the physical state says: share left when it is another than the material usually has. */
  otherForm: 0.85,
  /**
   * Shares by which a score shrinks for what stands in the way; `uncovered` is what is left where a stream gives next to
   * nothing of the amount needed.
   */
  obstacles: {
    hazardous: 0.9,
    planned: 0.75,
    closed: 0,
    unknownStatus: 0.95,
    uncovered: 0.8,
    /** Rows that somebody answers for; chosen, not measured: no row of the published sources is dated so. */
    unverified: 0.85,
    notYet: 0.9,
    expired: 0.6,
  },
} as const;
