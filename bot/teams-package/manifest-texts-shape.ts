/** What people can be led to ask, in the order in which it is offered. */
export const STARTERS = [
  "streams",
  "takers",
  "locations",
  "inputs",
  "waste",
  "founding",
  "contact",
  "help",
] as const;

/** Searches of the message extension, in the order of their tabs; the bot knows them by these ids. */
export const SEARCHES = ["searchStreams", "searchCompanies", "searchParks", "searchFaq"] as const;

/** A question that is offered. */
export interface StarterTexts {
  /** At most 32 characters. Where a starter can have no more, it is asked itself, so it too is a question. */
  title: string;
  /** What one gets, at most 128 characters. */
  description: string;
  /** The whole question, at most 128 characters. */
  question: string;
}

/** A search of the message extension. */
export interface SearchTexts {
  /** Its tab, at most 32 characters. */
  title: string;
  /** At most 128 characters. */
  description: string;
  /** What may be typed, at most 128 characters. */
  hint: string;
}

/** Everything of the package that people read, in one language. */
export interface ManifestTexts {
  /** At most 100 characters with a name of 30. */
  fullName: (name: string) => string;
  /** At most 80 characters. */
  shortDescription: string;
  /** At most 4,000 characters. */
  fullDescription: (name: string) => string;
  starters: Record<(typeof STARTERS)[number], StarterTexts>;
  /** Name of the field of a search, at most 32 characters. */
  searchField: string;
  searches: Record<(typeof SEARCHES)[number], SearchTexts>;
}
