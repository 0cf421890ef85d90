import { setTimeout as pause } from "node:timers/promises";
import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import { createAnswerTurn } from "./create-answer-turn.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { TEXTS } from "./texts.ts";
import { createMemoryStore } from "./understand/memory.ts";

/** Kinds of questions that the samples of the greeting leave out: amounts, takers, places to settle, contacts. */
const MORE_KINDS: Record<Language, readonly string[]> = {
  fi: [
    "Mitkä sivuvirrat ovat yli 1 000 mutta alle 50 000 t vuodessa?",
    "Meillä on 5 000 t lentotuhkaa vuodessa, kuka voisi ottaa sen?",
    "Minne 20 MW:n laitoksen kannattaa sijoittua?",
    "Kuka on yhteyshenkilö?",
  ],
  sv: [
    "Vilka sidoströmmar är över 1 000 men under 50 000 t om året?",
    "Vi har 5 000 t flygaska om året, vem kunde ta emot den?",
    "Var ska en fabrik som behöver 20 MW etablera sig?",
    "Vem är kontaktperson?",
  ],
  en: [
    "Which side streams are over 1,000 but under 50,000 t a year?",
    "We have 5,000 t of fly ash a year, who could take it?",
    "Where should a plant that needs 20 MW settle?",
    "Who is the contact person?",
    "Which side streams are over 10,000 t a year?",
    "We have a few thousand tonnes of foundry sand a year, may it be used in earth construction without a permit?",
  ],
};

/** Long enough for somebody who asks meanwhile to be answered between two questions. */
const PAUSE_IN_MS = 25;

/** A question of each kind that the product's own knowledge answers. */
export function questionsOfEachKind(language: Language): string[] {
  return [...Object.values(TEXTS[language].samples), ...MORE_KINDS[language]];
}

/**
 * Asks a question of each kind in each language and drops the answers: what a process does for the first time takes a
 * tenth of a second and more, for patterns and code are made ready then. Others have their turn between two questions.
 *
 * @param view As the public sees it; others see much the same.
 */
export async function warmAnswers(view: KnowledgeView): Promise<void> {
  const open = view.forReader("public");
  const answer = createAnswerTurn({ currentView: () => open, memories: createMemoryStore() });
  for (const language of LANGUAGES) {
    for (const text of questionsOfEachKind(language)) {
      await answer({ channel: "command-line", conversationId: text, text, reader: "public" });
      await pause(PAUSE_IN_MS);
    }
  }
  open.forgetAnalyses();
}
