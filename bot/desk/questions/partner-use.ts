import type { Reply } from "../../reply/reply.ts";
import type { SkillTurn } from "../../turn-skill.ts";

/** Conversations whose last suggestions are remembered at most. */
const MOST_KEPT = 2000;
/** Shorter names stand in many sentences by chance. */
const SHORTEST_NAME = 4;

/** What a suggestion of partners offered to press or to ask about. */
interface Offered {
  /** Words of its buttons. */
  buttons: ReadonlySet<string>;
  /** Names of the suggested companies, in small letters. */
  names: readonly string[];
}

/**
 * Tells whether a suggestion of partners was used, as far as the conversation shows it: a button of it was pressed, its
 * form was sent, or the next words name a company it suggested. What somebody opens outside the chat, a map or a page,
 * is not seen. Kept in memory only.
 */
export class PartnerUse {
  readonly #offered = new Map<string, Offered>();

  /** Notes what an answer offers. @returns Whether partners were suggested in it. */
  noteAnswer(reply: Reply, conversation: string): boolean {
    const { partners } = reply;
    if (partners === undefined || partners.industries.length + partners.companies.length === 0) return false;
    this.#offered.delete(conversation);
    this.#offered.set(conversation, {
      buttons: new Set([...reply.suggestions.map(({ text }) => text), ...wordsOfButtons(reply.cards ?? [])]),
      names: partners.companies
        .map(({ name }) => name.toLowerCase())
        .filter((name) => name.length >= SHORTEST_NAME),
    });
    const [oldest] = this.#offered.keys();
    if (this.#offered.size > MOST_KEPT && oldest !== undefined) this.#offered.delete(oldest);
    return true;
  }

  /** Tells whether a turn uses the suggestion that stands last in its conversation; each is used once. */
  isUse({ turn, words }: Pick<SkillTurn, "turn" | "words">): boolean {
    const offered = this.#offered.get(turn.conversationId);
    if (offered === undefined) return false;
    const lower = words.toLowerCase();
    const isUsed =
      turn.form?.kind === "partners" ||
      turn.form?.kind === "introduction" ||
      offered.buttons.has(words) ||
      (words !== "" && offered.names.some((name) => lower.includes(name)));
    if (isUsed) this.#offered.delete(turn.conversationId);
    return isUsed;
  }

  erase(conversation: string): void {
    this.#offered.delete(conversation);
  }
}

/** Words that the buttons of cards say when they are pressed. */
function wordsOfButtons(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(wordsOfButtons);
  if (typeof part !== "object" || part === null) return [];
  const { say } = part as { say?: unknown };
  return [...(typeof say === "string" ? [say] : []), ...Object.values(part).flatMap(wordsOfButtons)];
}
