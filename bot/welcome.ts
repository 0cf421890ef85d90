import type { Language } from "../knowledge/languages.ts";
import type { Reply } from "./reply/reply.ts";
import { composeReply } from "./skills/compose-reply.ts";
import { sampleSuggestions } from "./skills/smalltalk.ts";
import { TEXTS } from "./texts.ts";

/** The first message of a conversation: that an AI assistant speaks, and what one may ask. */
export function createWelcome(language: Language): Reply {
  const texts = TEXTS[language];
  return {
    ...composeReply({
      language,
      intent: "smalltalk",
      lines: [{ frame: texts.welcome }],
      suggestions: sampleSuggestions(texts),
    }),
    ms: 0,
  };
}
