import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Reply } from "../../reply/reply.ts";
import type { SkillTurn } from "../../turn-skill.ts";

/** Conversations whose last suggestions are remembered at most. */
const MOST_KEPT = 2000;
/** Shorter names stand in many sentences by chance. */
const SHORTEST_NAME = 4;

/** Longest text that is told, in bytes; a Postgres carries 8000. */
const MAX_TOLD_BYTES = 7000;

const offeredSchema = z.object({
  /** Words of its buttons. */
  buttons: z.array(z.string()),
  /** Names of the suggested companies, in small letters. */
  names: z.array(z.string()),
});
/** What a suggestion of partners offered to press or to ask about. */
type Offered = z.infer<typeof offeredSchema>;

/** What stands last in a conversation; nothing once it was used. */
const toldSchema = z.object({ conversation: z.string(), offered: offeredSchema.optional() });

/**
 * Tells whether a suggestion of partners was used, as far as the conversation shows it: a button of it was pressed, its
 * form was sent, or the next words name a company it suggested. What somebody opens outside the chat, a map or a page,
 * is not seen. Kept in memory only; processes that answer the same conversations tell each other.
 */
export class PartnerUse {
  readonly #offered = new LRUCache<string, Offered>({ max: MOST_KEPT });
  readonly #tell: (text: string) => void;

  /** @param tell Passes a text on to {@link hear} of the other processes. */
  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  /** Notes what an answer offers. @returns Whether partners were suggested in it. */
  noteAnswer(reply: Reply, conversation: string): boolean {
    const { partners } = reply;
    if (partners === undefined || partners.industries.length + partners.companies.length === 0) return false;
    const offered = {
      buttons: [...reply.suggestions.map(({ text }) => text), ...wordsOfButtons(reply.cards ?? [])],
      names: partners.companies
        .map(({ name }) => name.toLowerCase())
        .filter((name) => name.length >= SHORTEST_NAME),
    };
    this.#keep(conversation, offered);
    const text = JSON.stringify({ conversation, offered });
    if (Buffer.byteLength(text) <= MAX_TOLD_BYTES) this.#tell(text);
    return true;
  }

  /** Takes what another process told; anything else is left alone. */
  hear(text: string): void {
    const told = toldSchema.safeParse(parseJson(text));
    if (!told.success) return;
    const { conversation, offered } = told.data;
    if (offered === undefined) this.#offered.delete(conversation);
    else this.#keep(conversation, offered);
  }

  /** Tells whether a turn uses the suggestion that stands last in its conversation; each is used once. */
  isUse({ turn, words }: Pick<SkillTurn, "turn" | "words">): boolean {
    const offered = this.#offered.get(turn.conversationId);
    if (offered === undefined) return false;
    const lower = words.toLowerCase();
    const isUsed =
      turn.form?.kind === "partners" ||
      turn.form?.kind === "introduction" ||
      offered.buttons.includes(words) ||
      (words !== "" && offered.names.some((name) => lower.includes(name)));
    if (!isUsed) return false;
    this.#offered.delete(turn.conversationId);
    this.#tell(JSON.stringify({ conversation: turn.conversationId }));
    return true;
  }

  erase(conversation: string): void {
    this.#offered.delete(conversation);
  }

  #keep(conversation: string, offered: Offered): void {
    this.#offered.set(conversation, offered);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Words that the buttons of cards say when they are pressed. */
function wordsOfButtons(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(wordsOfButtons);
  if (typeof part !== "object" || part === null) return [];
  const { say } = part as { say?: unknown };
  return [...(typeof say === "string" ? [say] : []), ...Object.values(part).flatMap(wordsOfButtons)];
}
