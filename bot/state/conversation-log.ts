import type { KeptActivity, StoredConversation } from "./stored-conversation.ts";

/** Choices of a {@link ConversationLog}. */
export interface LogOptions {
  /** Clock, in milliseconds since 1970. */
  now: () => number;
  /** How many activities of a conversation are kept, the newest. */
  maxActivities: number;
}

/** A turn that must be answered, also by another process after the end of this one. */
export interface NewTurn {
  /** Key of the conversation, as in `IncomingTurn`. */
  conversation: string;
  /** What is needed to run it beside the activity; plain JSON. */
  facts: object;
}

/** An activity before it has its number. */
export interface NewActivity {
  /** All but the id; plain JSON. */
  fields: object;
  /** Kept with the activity until it is answered. @default it needs no answer */
  turn?: NewTurn;
  /**
   * Id of the activity that this one answers, on the first of an answer: it is kept only while that turn is kept, which
   * ends with it. So of two who answer the same message one is heard. @default it answers none
   */
  answers?: string | undefined;
  /**
   * Name that the client gave it: one that comes again under it within the hour is the same, sent again since its answer
   * got lost, and is kept once. @default each is another
   */
  clientId?: string | undefined;
}

/** An activity that has its number. */
export interface Appended {
  /** It was kept before; number and id are those of then. */
  isRepeated?: boolean;
  sequence: number;
  /** Id of the activity, see {@link activityId}. */
  id: string;
  /** Resolves when it is safe; nobody may be told of it before. Rejects when it could not be written. */
  whenKept: Promise<void>;
}

/** Told of what this process has kept of one conversation, oldest first. */
export type KeptListener = (conversationId: string, activities: readonly KeptActivity[]) => void;

/** The web chat's conversations and their activities, in order. */
export interface ConversationLog {
  /** Adds a conversation. @returns `false` when it existed; then nothing changes. */
  create(conversation: Omit<StoredConversation, "lastSequence">): Promise<boolean>;
  read(id: string): Promise<StoredConversation | undefined>;
  /**
   * Takes one activity under the next number.
   *
   * @returns `undefined` for an unknown conversation, and for an answer to what is answered already.
   */
  append(id: string, activity: NewActivity): Promise<Appended | undefined>;
  /** Notes that a turn ended without an answer, by the id of its activity. */
  settleTurn(activityId: string): Promise<void>;
  /** The activities with a number above `after`, oldest first, at most `limit`. @default all */
  readActivities(id: string, options: { after: number; limit?: number }): Promise<KeptActivity[]>;
  /** Deletes a conversation with its activities and turns. */
  delete(id: string): Promise<void>;
  /** Deletes conversations without activity since a time, to the minute. @returns How many. */
  deleteIdle(before: number): Promise<number>;
  /** Calls `listener` after each write of this process, before those who wait for it go on. */
  onKept(listener: KeptListener): void;
  /** Writes what has its number and waits. @throws What the database throws. */
  flush(): Promise<void>;
  /** Forgets what it knows of the database, after somebody else put another state in its place. */
  reload(): Promise<void>;
}

/** Id of an activity: the conversation's, and its number with seven digits. */
export function activityId(conversationId: string, sequence: number): string {
  return `${conversationId}|${String(sequence).padStart(7, "0")}`;
}

/** JSON of an activity without its opening brace and its id. */
export function fieldsJson(fields: object): string {
  const json = JSON.stringify(fields).slice(1);
  return json === "}" ? json : `,${json}`;
}
