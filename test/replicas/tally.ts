/** What the people of a test noticed together. */
export interface Tally {
  /** One for each message that was answered; times in milliseconds since the page of the process began. */
  turns: { person: string; begun: number; taken: number; answered: number }[];
  /** Requests that failed and were sent again, by status; 0 = no answer came. */
  failures: Map<number, number>;
  /** Whatever was not as it must be, in words. */
  faults: string[];
  tickets: { id: number; answer: string; chat: { id: string; token: string } }[];
  /** Answers of FAQ entries by their ids: the one that was acknowledged last, and those sent since. */
  entries: Map<string, { question: string; answer: string; since: string[] }>;
  ratings: { conversation: string; target: string }[];
  alerts: { conversation: string }[];
  /** Ids of the messages of Teams that were acknowledged. */
  teams: string[];
}

export function createTally(): Tally {
  return {
    turns: [],
    failures: new Map(),
    faults: [],
    tickets: [],
    entries: new Map(),
    ratings: [],
    alerts: [],
    teams: [],
  };
}

/** Notes a request that failed. */
export function noteFailure({ failures }: Tally, status: number): void {
  failures.set(status, (failures.get(status) ?? 0) + 1);
}
