import type { AdaptiveCard } from "../reply/adaptive-card.ts";
import { sayAction } from "../reply/build-card.ts";
import type { Reply, Suggestion } from "../reply/reply.ts";

/**
 * Moves the suggestions of a reply with cards onto its last card, as buttons; what a button says already is left out.
 *
 * Buttons next to what they are about stay when the next message comes, while suggested actions vanish; and nothing is
 * offered twice.
 *
 * @param reply The answer of a skill; not changed.
 * @param most Suggestions at most.
 * @returns The cards, and the suggestions that have no card to stand on.
 */
export function offerOnCards(
  reply: Pick<Reply, "cards" | "suggestions">,
  most: number,
): { cards: AdaptiveCard[]; suggestions: Suggestion[] } {
  const cards = [...(reply.cards ?? [])];
  const last = cards.pop();
  const suggestions = reply.suggestions.slice(0, most);
  if (last === undefined) return { cards: [], suggestions };
  const offered = JSON.stringify(reply.cards);
  const missing = suggestions.filter(({ text }) => !offered.includes(`"say":${JSON.stringify(text)}`));
  const actions = [...(last.actions ?? []), ...missing.map(({ title, text }) => sayAction(title, text))];
  return { cards: [...cards, actions.length > 0 ? { ...last, actions } : last], suggestions: [] };
}
