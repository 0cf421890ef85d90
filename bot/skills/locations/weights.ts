/**
 * How much each part of a park's score counts. All weights of park advice stand here. A park's score is the weighted
 * mean of how well each need is met, 0 to 1.
 */
export const LOCATION_WEIGHTS = {
  /** By kind of need. */
  need: {
    /** Where the company wants to be: a condition more than a wish. */
    place: 2.2,
    feature: 1,
    /** What it takes in or must place. */
    input: 1,
    output: 1,
    /** A neighbour that it names. */
    neighbour: 1.2,
    /** Others of its own trade: a sign that the place suits it. */
    industry: 0.7,
    /** Other words that the tables know. */
    wish: 0.6,
  },
  /** Share of a need's weight that every need has; the rest grows with how few parks meet it. */
  common: 0.4,
  /** How well a need is met by what tells of it. */
  fact: {
    /** Something said to be there. */
    feature: 1,
    /** The same read from the park's description, or from what a company there makes or offers. */
    infrastructure: 0.85,
    company: 0.8,
    stream: 1,
    industries: 0.85,
    /** A company of the same class of industry: this at least, and more the fewer parks have one. */
    sameClass: 0.4,
    rareClass: 0.35,
    /** A company that takes in what the asker works with. */
    sameMaterial: 0.9,
    leastKinship: 0.3,
    /** A stream of a trade says that the trade is there. */
    streamOfTrade: 0.5,
    /** What a company makes or gives off, as a raw material. */
    companyGives: 0.7,
    /** A sentence of a guide speaks of it, while no row names it. */
    guide: 0.58,
    /** The same word, where no concept is shared. */
    sameWord: 0.9,
    /** A company's or feature's row must name the material itself, while a park is described in general words. */
    leastLikeness: 0.5,
    /** A general material stands for one of its kinds only if so few parks speak of it. */
    tellingParent: 0.55,
    /** A special kind of the material asked for. */
    narrower: 0.95,
    /** A company whose industry is known to take a material, though its row does not name it. */
    mayTake: 0.55,
  },
  /** Share left of what is planned only or left open by its source, and of a stream that is used or bound already. */
  state: { planned: 0.45, unsure: 0.55, usedOnSite: 0.75, sold: 0.85 },
  /** A wish met by less than this is not met. */
  leastWish: 0.5,
  /** Part of a feature that holds whichever kind it is; the rest is for the words that say which. */
  whicheverKind: 0.6,
  /** The same for features that are a group of unlike things: an office is no tank, a zoned plot no assessment. */
  unlikeKinds: { zoning: 0.35, premises: 0.4, services: 0.3, "industrial-gases": 0.35 },
  /** A figure is asked for and none is known; less is known than asked for. */
  amount: { unknown: 0.5, tooLittle: 0.3, landUnknown: 0.15, landTooSmall: 0.1 },
  /** From here on a need is met, and from here on partly. */
  met: 0.6,
  partly: 0.12,
  /** What is not there but near: share at the gate, falling to nothing at so many km. */
  nearby: {
    share: 0.55,
    port: 60,
    rail: 15,
    airport: 80,
    material: 100,
    neighbour: 40,
    service: 40,
  },
  /** A place that is wished for: full within so many km, nothing from so many on. */
  place: { nearInKm: 45, farInKm: 180 },
} as const;
