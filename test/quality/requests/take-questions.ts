import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { IncomingTurn } from "../../../bot/turn.ts";
import type { TurnSkill } from "../../../bot/turn-skill.ts";
import { fallbackLanguage } from "../../../bot/understand/memory.ts";
import { tellLanguage } from "../../../bot/understand/tell-language.ts";

/** A question that a skill of the desk took for itself. */
export interface TakenQuestion {
  words: string;
  /** Beginning of what the skill answered. */
  said: string;
}

/** Shows questions to the skills of the desk alone, as the pipeline does, and gives back those that were taken. */
export async function takeQuestions(
  questions: readonly string[],
  { skills, view, turn }: { skills: readonly TurnSkill[]; view: KnowledgeView; turn: Partial<IncomingTurn> },
): Promise<TakenQuestion[]> {
  const taken: TakenQuestion[] = [];
  for (const words of questions) {
    const language = tellLanguage(words, { view, fallback: fallbackLanguage({}, undefined) });
    const whole: IncomingTurn = {
      channel: "teams",
      conversationId: "msteams:questions",
      text: words,
      reader: "public",
      ...turn,
    };
    const seen = { turn: whole, words, language, replyLanguage: language, memory: {}, view };
    for (const skill of skills) {
      const outcome = await skill.take?.(seen);
      if (outcome === undefined) continue;
      taken.push({ words, said: outcome.draft.text.slice(0, 100) });
      break;
    }
  }
  return taken;
}
