import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { remember } from "../../remember.ts";
import { ALERT_WORDS, type AlertWords } from "./alert-words.ts";
import { type AlertCommand, readAlertCommand } from "./read-alert-command.ts";

/** What somebody wants with alerts. */
export type AlertWish =
  | AlertCommand
  /** `rest`: the words that say what is to be watched. */
  | { kind: "create"; rest: string }
  /** More of the rows that were shown last. */
  | { kind: "more" };

/**
 * Reads words as a wish about alerts.
 *
 * @param words The person's words in one line.
 * @param told Language of the words as far as they tell it; it is asked first.
 * @returns The wish and the language it is put in; nothing for any other message.
 *
 * @example
 * ```ts
 * readAlertWords("pausa bevakning 2", "sv")?.wish; // { kind: "pause", number: 2 }
 * ```
 */
export function readAlertWords(words: string, told: Language): ReadWish | undefined {
  return READERS[told](words);
}

/** A wish and the language it is put in. */
interface ReadWish {
  wish: AlertWish;
  language: Language;
}

const READERS: Record<Language, (words: string) => ReadWish | undefined> = {
  fi: remember((words) => readAnew(words, "fi")),
  sv: remember((words) => readAnew(words, "sv")),
  en: remember((words) => readAnew(words, "en")),
};

function readAnew(words: string, told: Language): ReadWish | undefined {
  const text = words.replace(COURTESY, "").trim();
  for (const language of [told, ...LANGUAGES.filter((other) => other !== told)]) {
    const patterns = ALERT_WORDS[language];
    const wish = patterns.list.test(text)
      ? ({ kind: "list" } as const)
      : (readCreate(text, patterns) ?? readAlertCommand(text, language));
    if (wish !== undefined) return { wish, language };
  }
  return undefined;
}

const COURTESY = /^(?:please|kiitos|snälla|vänligen)[\s,]+|[\s,]+(?:please|kiitos|tack)(?=\W*$)/giu;

function readCreate(text: string, patterns: AlertWords): AlertWish | undefined {
  const { wish, weakWish, lateWish, news, needing, filler, these } = patterns;
  const opening = wish.exec(text)?.[0] ?? weakWish.exec(text)?.[0];
  const told = opening === undefined ? lateWish.exec(text)?.[1] : text.slice(opening.length);
  if (told === undefined) return undefined;
  // "Tell me when the park was founded" asks; "tell me when new streams appear" wants an alert.
  if (!wish.test(text) && told.search(news) < 0 && told.search(needing) < 0) return undefined;
  const rest = told
    .replace(news, " ")
    .replace(filler, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,.:;!?]+|[\s,.:;!?]+$/g, "");
  const pointed = rest.replace(these, " ").trim();
  const isMore = pointed === "" && (rest !== "" || told.search(MORE) >= 0);
  return isMore ? { kind: "more" } : { kind: "create", rest };
}

/** "More" without saying of what. */
const MORE = /(?<!\p{L})(?:more|lisää|fler|mer)(?!\p{L})/iu;
