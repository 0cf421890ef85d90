import type { Language } from "../../../knowledge/languages.ts";
import { presentDate } from "../../calendar.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import { sayAction } from "../../reply/build-card.ts";
import type { Suggestion } from "../../reply/reply.ts";
import { composeReply, type ReplyDraft } from "../../skills/compose-reply.ts";
import { quoteWords } from "../tickets/present-words.ts";
import { type Introduction, type IntroductionTarget, isOpen } from "./introduction.ts";
import { buildIntroductionForm, type IntroductionValues } from "./introduction-form.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

/** Sentences as a reply. */
export function sayLines(
  lines: readonly string[],
  { language, suggestions = [] }: { language: Language; suggestions?: readonly Suggestion[] },
): ReplyDraft {
  return composeReply({
    language,
    intent: "handoff",
    lines: lines.map((frame) => ({ frame })),
    suggestions,
  });
}

/** What happens with a request, and the form for it. */
export function sayForm(
  target: IntroductionTarget,
  context: {
    language: Language;
    targetId: string;
    via: "coordinator" | "contact";
    values: IntroductionValues;
    problems?: readonly string[];
  },
): ReplyDraft {
  const { language, targetId, via, values, problems = [] } = context;
  const texts = INTRODUCTION_TEXTS[language];
  const explanation = [texts.explain[via], texts.explain.confidential];
  const card = buildIntroductionForm({
    language,
    target: targetId,
    label: target.label,
    values,
    // The text above the form tells the rest; what consent is about stands beside it.
    explanation: [...problems, texts.explain.confidential],
  });
  const head = texts.explain.head(quoteWords(target.label));
  return { ...sayLines([head, ...problems, ...explanation], { language }), cards: [card] };
}

/** Offers the companies that may be meant as buttons. */
export function sayChoice(
  targets: readonly IntroductionTarget[],
  { language }: { language: Language },
): ReplyDraft {
  const texts = INTRODUCTION_TEXTS[language];
  if (targets.length === 0) return sayLines([texts.unknown], { language });
  const names = targets.map(({ label }) => `- ${quoteWords(label)}`);
  return sayLines([texts.which, ...names], {
    language,
    suggestions: targets.map(({ label }) => ({
      title: texts.introduceButton(label),
      text: texts.say.introduce(label),
    })),
  });
}

/** Says that a request has gone out, and what comes next. */
export function saySent(
  introduction: Introduction,
  context: { language: Language; isNew: boolean; isMailed: boolean },
): ReplyDraft {
  const { language, isNew, isMailed } = context;
  const texts = INTRODUCTION_TEXTS[language];
  const { id, target } = introduction;
  const sent = { id, label: quoteWords(target.label) };
  return sayLines(
    [
      isNew ? texts.sent(sent) : texts.alreadySent(sent),
      isMailed ? texts.nextContact : texts.nextCoordinator,
      texts.howToWithdraw(id),
    ],
    { language, suggestions: [{ title: texts.listButton, text: texts.say.list }] },
  );
}

/** The requests of a conversation. */
export function sayIntroductions(
  introductions: readonly Introduction[],
  { language }: { language: Language },
): ReplyDraft {
  const texts = INTRODUCTION_TEXTS[language];
  const shown = introductions.filter(({ isErased }) => isErased !== true).slice(-10);
  if (shown.length === 0) return sayLines([texts.none], { language });
  const items = shown.map(({ id, target, state, changed }) => {
    const date = presentDate(changed, language);
    return `- ${texts.item({ id, label: quoteWords(target.label), state: texts.states[state], date })}`;
  });
  return sayLines([texts.list, ...items], {
    language,
    suggestions: shown
      .filter(isOpen)
      .slice(-3)
      .map(({ id }) => ({ title: texts.withdrawButton(id), text: texts.say.withdraw(id) })),
  });
}

/** Buttons on a card: more of them would hide the companies. */
const MOST_BUTTONS = 3;

/** Adds the offer to an answer that lists companies: buttons for the best on its first card, words for all of them. */
export function withOffer(draft: ReplyDraft, targets: readonly IntroductionTarget[]): ReplyDraft {
  const texts = INTRODUCTION_TEXTS[draft.language];
  // The words name one that has no button, where there is one.
  const example = targets[MOST_BUTTONS] ?? targets[0];
  if (example === undefined) return draft;
  const actions = targets
    .slice(0, MOST_BUTTONS)
    .map(({ label }) => sayAction(texts.introduceButton(label), texts.say.introduce(label)));
  const [card, ...others] = draft.cards ?? [];
  const cards: AdaptiveCard[] =
    card === undefined ? [] : [{ ...card, actions: [...(card.actions ?? []), ...actions] }, ...others];
  const text = `${draft.text}\n\n${texts.offer(quoteWords(example.label))}`;
  return { ...draft, text, ...(card === undefined ? {} : { cards }) };
}
