import type { Activity } from "botbuilder";
import type { Language } from "../../../knowledge/languages.ts";
import { conversationKey } from "../conversation-key.ts";
import { addressBlock } from "../direct-line/address-block.ts";
import { createRateLimit } from "../direct-line/rate-limit.ts";
import { turnPersonOf } from "../turn-person.ts";

/** How much is taken at the door of Teams, per minute of the clock. */
export interface MessageLimitOptions {
  /** Activities per person. */
  messagesPerMinute: number;
  /** Clock, in milliseconds since 1970. @default {Date.now} */
  now?: (() => number) | undefined;
}

/** What becomes of an activity: taken, refused with one sentence, or refused in silence. */
export type Verdict = "taken" | "told" | "silent";

/** Counts what comes to the door of Teams. */
export interface MessageLimits {
  /** Counts an activity whose sender is authenticated. */
  count(activity: Activity): Verdict;
  /** Counts a request that was refused at the door, by the address it came from. */
  countStranger(address: string): void;
  /** Whether an address was refused so often that it is no longer listened to this minute. */
  isBlocked(address: string): boolean;
}

/** People of one conversation whose messages of a minute it takes at their most. */
const PEOPLE_AT_ONCE = 5;
/** Microsoft's own calls are not refused; this is a guess at keys going on. */
const STRANGERS_PER_MINUTE = 300;

/** Said once a minute to who writes faster than is taken. */
export const TOO_MANY: Record<Language, string> = {
  fi: "Viestejä tulee nyt liian tiheään. Kirjoita uudelleen minuutin kuluttua.",
  sv: "Just nu kommer det för många meddelanden. Skriv igen om en minut.",
  en: "Messages are coming too fast. Please write again in a minute.",
};

/** What the service tells on its own account; the bot must know of it however much else is said. */
const UNCOUNTED = new Set(["conversationUpdate", "installationUpdate"]);

/**
 * Creates the limits of the door of Teams: per person over all conversations, per conversation, and per address of those
 * who cannot prove who they are. Messages, forms, invokes and ratings count alike.
 */
export function createMessageLimits({ messagesPerMinute, now }: MessageLimitOptions): MessageLimits {
  const clock = now && { now };
  const people = createRateLimit(messagesPerMinute, clock);
  const conversations = createRateLimit(messagesPerMinute * PEOPLE_AT_ONCE, clock);
  const told = createRateLimit(1, clock);
  const strangers = createRateLimit(STRANGERS_PER_MINUTE, clock);
  return {
    count(activity) {
      if (UNCOUNTED.has(activity.type)) return "taken";
      const conversation = conversationKey(activity);
      const person = turnPersonOf(activity)?.id ?? conversation;
      const isWithin = people(person);
      if (isWithin && conversations(conversation)) return "taken";
      return activity.type === "message" && told(isWithin ? conversation : person) ? "told" : "silent";
    },
    countStranger: (address) => void strangers(addressBlock(address)),
    isBlocked: (address) => strangers.isSpent(addressBlock(address)),
  };
}
