/** One web-chat conversation. */
export interface StoredConversation {
  id: string;
  /** Id of its only user, as in the token. */
  user: string;
  /** Origin of the page that began it; absent for a client that sent none. */
  origin?: string;
  /** Language tag the client began with, such as `fi-FI`. */
  locale?: string;
  /** Sequence number of the newest activity; 0 when there is none. */
  lastSequence: number;
}

/** An activity as it is kept. */
export interface KeptActivity {
  /** Its number in the conversation, 1 for the first. */
  sequence: number;
  json: string;
}
