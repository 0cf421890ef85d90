/** Words around alerts. */
export interface AlertTexts {
  /** Heading of the desk's page and word in its navigation. */
  section: string;
  /** A query without filters. */
  everything: string;
  created: (alert: { number: number; what: string }) => string;
  existing: (alert: { number: number; what: string }) => string;
  existingPaused: (number: number) => string;
  toldInTeams: string;
  toldOnWeb: (idleDays: number) => string;
  shared: string;
  onlyNew: string;
  howToStop: (number: number) => string;
  notUnderstood: (words: string) => string;
  notRows: string;
  nothingToWatch: string;
  onlyStreams: string;
  tooMany: (most: number) => string;
  list: (count: number) => string;
  none: string;
  item: (alert: { number: number; what: string }) => string;
  states: Record<"active" | "paused", string>;
  paused: (alert: { number: number; what: string }) => string;
  resumed: (alert: { number: number; what: string }) => string;
  deleted: (alert: { number: number; what: string }) => string;
  deletedAll: (count: number) => string;
  which: string;
  noSuch: (number: number) => string;
  pauseButton: string;
  resumeButton: string;
  deleteButton: string;
  deleteAllButton: string;
  /** What the buttons say for the person; `read-alert-words.ts` understands it. */
  say: {
    list: string;
    pause: (number: number) => string;
    resume: (number: number) => string;
    delete: (number: number) => string;
    deleteAll: string;
    more: string;
  };
  listButton: string;
  more: string;
  /** Above the new rows of an alert. */
  news: (news: { number: number; what: string; count: number }) => string;
  newsShown: (shown: number, all: number) => string;
  table: string;
  form: {
    title: string;
    subtitle: string;
    what: string;
    whatExample: string;
    place: string;
    placeExample: string;
    amount: string;
    amountExample: string;
    unit: string;
    submit: string;
  };
  desk: {
    /** What the section is for. */
    about: string;
    intro: string;
    watched: string;
    active: string;
    paused: string;
    empty: string;
    total: (active: number, paused: number) => string;
  };
}
