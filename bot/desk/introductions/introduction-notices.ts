import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { Reply } from "../../reply/reply.ts";
import { composeReply } from "../../skills/compose-reply.ts";
import { quoteWords } from "../tickets/present-words.ts";
import { allowedFields, type Introduction, type ReleasedField } from "./introduction.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

/** What happened, for the asker. */
export type ToldKind = "contacted" | "agreed" | "declined" | "expired" | "stopped";

/**
 * The message that tells the asker what came of their request. What the other side allowed stands in it only when both
 * have agreed.
 */
export function tellAsker(introduction: Introduction, kind: ToldKind): Reply {
  const { id, language, reason, released = [], target } = introduction;
  const texts = INTRODUCTION_TEXTS[language];
  const label = quoteWords(target.label);
  const isAgreed = kind === "agreed" && introduction.state === "agreed";
  const lines = [
    texts.told[kind]({ id, label }),
    ...(isAgreed ? [texts.told.released, ...releasedLines(released, language)] : []),
    ...(isAgreed ? [texts.told.passedOn, ...askerLines(introduction, language)] : []),
    ...(kind === "declined" && reason !== undefined && reason !== ""
      ? [texts.told.words(quoteWords(reason))]
      : []),
  ];
  return say(lines, {
    language,
    suggestions: [{ title: texts.listButton, text: texts.say.list }],
  });
}

function releasedLines(released: readonly ReleasedField[], language: Language): string[] {
  const { groups } = INTRODUCTION_TEXTS[language];
  return released.map(({ group, text }) => `- **${groups[group]}**: ${quoteWords(text)}`);
}

/** What the asker allowed to be told, as lines of a list. */
function askerLines({ asker }: Pick<Introduction, "asker">, language: Language): string[] {
  const { askerFields } = INTRODUCTION_TEXTS[language];
  return allowedFields(asker).map(({ field, text }) => `- **${askerFields[field]}**: ${quoteWords(text)}`);
}

/** The same for a text to copy: no marks of Markdown. */
export function otherSideText({ asker }: Pick<Introduction, "asker">, language: Language): string {
  const { askerFields } = INTRODUCTION_TEXTS[language];
  return allowedFields(asker)
    .map(({ field, text }) => `${askerFields[field]}: ${text}`)
    .join("\n");
}

/**
 * The mail that asks the other side, or tells it what was agreed, in the three languages, since nobody knows theirs. It
 * holds what the asker allowed and nothing else.
 *
 * @param options.answerTo Where the answer goes.
 */
export function mailOtherSide(
  introduction: Introduction,
  options: { kind: "asks" | "agreed"; answerTo: string },
): Reply {
  const { kind, answerTo } = options;
  const subjects = LANGUAGES.map((language) => {
    const { mail } = INTRODUCTION_TEXTS[language];
    return kind === "asks" ? mail.subject : mail.agreedSubject;
  });
  const parts = LANGUAGES.flatMap((language) => {
    const { mail } = INTRODUCTION_TEXTS[language];
    const facts = askerLines(introduction, language);
    return kind === "asks"
      ? [mail.asks, ...facts, mail.answer(answerTo), mail.source]
      : [mail.agreed, ...facts];
  });
  return say([subjects.join(" / "), ...parts], { language: "fi" });
}

function say(
  lines: readonly string[],
  { language, suggestions = [] }: { language: Language; suggestions?: Reply["suggestions"] },
): Reply {
  const frames = lines.map((frame) => ({ frame }));
  return { ...composeReply({ language, intent: "handoff", lines: frames, suggestions }), ms: 0 };
}
