import type { Language } from "../../../knowledge/languages.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import type { Reply } from "../../reply/reply.ts";
import { composeReply } from "../../skills/compose-reply.ts";
import { openDialogAction } from "../dialogs/dialog.ts";
import { quoteWords } from "../tickets/present-words.ts";
import type { Introduction } from "./introduction.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

/** Name of the window that a card opens. */
export const REVIEW_DIALOG = "introduction.review";

/**
 * The card of an introduction for the coordinators' channel in Teams. Whoever reads the channel reads the card: what the
 * asker does not allow to be told stands in the window and at the desk only.
 */
export function introductionCard(introduction: Introduction, language: Language): AdaptiveCard {
  const { desk: texts, states } = INTRODUCTION_TEXTS[language];
  return buildCard({
    title: texts.heading(introduction.id),
    subtitle: states[introduction.state],
    body: introductionElements(introduction, language, { isForChannel: true }),
    actions: [openDialogAction(texts.review, REVIEW_DIALOG, { introduction: String(introduction.id) })],
  });
}

/**
 * Who asks, whom, and what about, as elements of a card.
 *
 * @param options.isForChannel Leaves out what the asker does not allow to be told. @default {false}
 */
export function introductionElements(
  introduction: Introduction,
  language: Language,
  { isForChannel = false }: { isForChannel?: boolean } = {},
): CardElement[] {
  const { desk: texts, askerFields } = INTRODUCTION_TEXTS[language];
  if (introduction.isErased === true) return [textBlock(texts.erased)];
  const { asker, target, mailedTo } = introduction;
  const mark = (isAllowed: boolean) => (isAllowed ? texts.mayTell : texts.mayNotTell);
  const facts = [
    { title: texts.target, value: quoteWords(target.label) },
    ...(["who", "stream", "amount", "contact"] as const).flatMap((field) => {
      const text = field === "who" ? `${asker.name}, ${asker.company}` : asker[field];
      if (text === "" || (isForChannel && !asker.allowed.includes(field))) return [];
      const value = `${quoteWords(text)} (${mark(asker.allowed.includes(field))})`;
      return [{ title: askerFields[field], value }];
    }),
    ...(asker.message === "" ? [] : [{ title: askerFields.message, value: quoteWords(asker.message) }]),
  ];
  return [
    { type: "FactSet", facts },
    ...(mailedTo === undefined ? [] : [textBlock(texts.mailed(mailedTo), { isSubtle: true })]),
  ];
}

/** The card with the words that tell the same, for the coordinators' channel. */
export function introductionAnnouncement(introduction: Introduction, language: Language): Reply {
  const { desk: texts } = INTRODUCTION_TEXTS[language];
  const lines = [
    { frame: `**${texts.announced(introduction.id)}**` },
    ...(introduction.asker.allowed.includes("who")
      ? [{ frame: `${texts.columns.asker}: ${quoteWords(introduction.asker.company)}` }]
      : []),
    { frame: `${texts.columns.target}: ${quoteWords(introduction.target.label)}` },
  ];
  const draft = composeReply({ language, intent: "smalltalk", lines });
  return { ...draft, cards: [introductionCard(introduction, language)], ms: 0 };
}
