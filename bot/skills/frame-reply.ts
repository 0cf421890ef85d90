import type { Language } from "../../knowledge/languages.ts";
import { TEXTS } from "../texts.ts";
import { composeReply, type ReplyDraft } from "./compose-reply.ts";
import { sampleSuggestions } from "./smalltalk.ts";

/** A few words of the assistant itself, with sample questions below. */
export function frameReply(language: Language, key: "emptyMessage" | "languageSet"): ReplyDraft {
  const texts = TEXTS[language];
  return composeReply({
    language,
    intent: "smalltalk",
    lines: [{ frame: texts[key] }],
    suggestions: sampleSuggestions(texts),
  });
}
