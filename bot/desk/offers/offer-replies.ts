import type { Language, Reader } from "../../../knowledge/languages.ts";
import { presentDay } from "../../calendar.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, sayAction, textBlock } from "../../reply/build-card.ts";
import type { Suggestion } from "../../reply/reply.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../../skills/compose-reply.ts";
import { contacts } from "../../skills/handoff.ts";
import type { OfferProblems } from "./check-offer.ts";
import type { OfferField, OfferValues } from "./offer-fields.ts";
import { buildOfferForm, FORM_ORDER, isAsked, type OfferTarget, presentValue } from "./offer-form.ts";
import { ownerSuggestions, plain } from "./offer-notices.ts";
import { amountWords, presentAmount } from "./present-amount.ts";
import type { LiveRecord, Submission } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

export interface OfferReplyContext {
  language: Language;
  view: KnowledgeView;
  reader: Reader;
}

/** A reply that only says something. */
export function sayOffer(
  frames: readonly string[],
  context: { language: Language; suggestions?: readonly Suggestion[] },
): ReplyDraft {
  const { language, suggestions = [] } = context;
  const lines = frames.map((frame) => ({ frame }));
  return composeReply({ language, intent: "smalltalk", lines, suggestions });
}

/** Tells who may publish: sign in, or ask whom; in a group, to write alone. */
export function answerMembersOnly(context: OfferReplyContext & { isShared: boolean }): ReplyDraft {
  const { language, isShared } = context;
  const texts = OFFER_TEXTS[language];
  if (isShared) return sayOffer([texts.membersOnly, texts.inPrivate], { language });
  const lines: AnswerLine[] = [
    { frame: texts.membersOnly },
    { frame: texts.signIn },
    ...contacts(language, { ...context, topic: undefined }),
  ];
  return composeReply({ language, intent: "handoff", lines });
}

/** The form, with its filled fields in words, and a question that goes on with what was told. */
export function answerWithForm(
  values: OfferValues,
  context: OfferReplyContext & { intro: string; problems?: OfferProblems; target?: OfferTarget },
): ReplyDraft {
  const { language, intro, problems = {}, target } = context;
  const texts = OFFER_TEXTS[language];
  const faults = (Object.entries(problems) as [OfferField, keyof typeof texts.problems][]).map(
    ([field, problem]) => `- **${texts.labels[field]}**: ${texts.problems[problem]}`,
  );
  const filled = filledLines(values, context);
  const frames = [
    intro,
    ...(faults.length === 0 ? [] : [faults.join("\n")]),
    ...(filled === "" ? [] : [filled]),
  ];
  const form = buildOfferForm({
    ...context,
    values,
    problems,
    ...(target === undefined ? {} : { target }),
  });
  return { ...sayOffer(frames, { language, suggestions: nextSteps(values, language) }), cards: [form] };
}

/** Told in one line together with the name. */
const IN_FIRST_LINE: ReadonlySet<OfferField> = new Set(["kind", "name", "amount", "unit", "period"]);

/** What is filled in, as somebody would note it down: what and how much, then a line for each other detail. */
function filledLines(values: OfferValues, context: OfferReplyContext): string {
  const texts = OFFER_TEXTS[context.language];
  const first = [values.name ?? "", presentAmount(values, context.language)].filter((part) => part !== "");
  const others = FORM_ORDER.filter(
    (field) => !IN_FIRST_LINE.has(field) && isAsked(field, values) && values[field] !== undefined,
  ).map(
    (field) =>
      `${texts.labels[field].replace(/\?$/, "")}: ${plain(presentValue(field, values[field], context))}`,
  );
  const lines = [...(first.length === 0 ? [] : [plain(first.join(", "))]), ...others];
  return lines.length === 0 ? "" : `${texts.filled}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function nextSteps({ kind, name, amount, unit }: OfferValues, language: Language): Suggestion[] {
  if (name === undefined || kind === undefined) return [];
  const texts = OFFER_TEXTS[language];
  const { title, text } = kind === "need" ? texts.whoCouldGive : texts.whoCouldTake;
  const what = amount === undefined ? name : `${name}, ${amountWords(amount, language)} ${unit ?? ""}`;
  return [{ title, text: text(what.trim()) }];
}

/** Lists what a member has told of, with buttons for each row and for each submission that is open. */
export function answerOwnList(
  own: { live: readonly LiveRecord[]; submissions: readonly Submission[] },
  context: OfferReplyContext & { today: string; head?: string },
): ReplyDraft {
  const { language, today, head } = context;
  const texts = OFFER_TEXTS[language];
  const publish = { title: texts.publishButton, text: texts.publishButton };
  const entries = [
    ...own.live
      .filter(({ state }) => state === "live")
      .map((record) => liveEntry(record, { language, today })),
    ...own.submissions
      .filter(({ state }) => state === "waiting" || state === "returned")
      .map((submission) => submissionEntry(submission, language)),
  ];
  if (entries.length === 0) return sayOffer([head ?? texts.ownNone], { language, suggestions: [publish] });
  const frames = [head ?? texts.ownHead, entries.map(({ line }) => `- ${line}`).join("\n")];
  const buttons = entries.flatMap(({ suggestions }) => suggestions);
  const draft = sayOffer(frames, { language, suggestions: [...buttons.slice(0, 5), publish] });
  return {
    ...draft,
    cards: [
      buildCard({
        title: texts.ownHead,
        body: entries.slice(0, MOST_ON_CARD).flatMap(({ elements }) => elements),
      }),
    ],
  };
}

const MOST_ON_CARD = 8;

interface OwnEntry {
  line: string;
  suggestions: readonly Suggestion[];
  elements: readonly CardElement[];
}

function liveEntry(record: LiveRecord, context: { language: Language; today: string }): OwnEntry {
  const { language, today } = context;
  const { id, names, expires = "", values } = record;
  const texts = OFFER_TEXTS[language];
  const day = presentDay(expires, language);
  const until = expires < today ? texts.expiredOn(day) : texts.expiresOn(day);
  const details = [presentAmount(values, language), texts.states.live, until].filter((part) => part !== "");
  const name = names[language];
  return toEntry({ name, id, details, suggestions: ownerSuggestions(record, language) });
}

function submissionEntry(submission: Submission, language: Language): OwnEntry {
  const { id, values, state, record } = submission;
  const texts = OFFER_TEXTS[language];
  const suggestions = [
    { title: `${texts.buttons.edit}: ${id}`, text: texts.says.editSubmission(id) },
    { title: `${texts.buttons.withdraw}: ${id}`, text: texts.says.withdrawSubmission(id) },
  ];
  const details = [presentAmount(values, language), record ?? "", texts.states[state]].filter(
    (part) => part !== "",
  );
  return toEntry({ name: values.name ?? "–", id: texts.submissionName(id), details, suggestions });
}

function toEntry(entry: {
  name: string;
  id: string;
  details: readonly string[];
  suggestions: readonly Suggestion[];
}): OwnEntry {
  const { name, id, details, suggestions } = entry;
  return {
    line: `**${plain(name)}** (${id}): ${details.map(plain).join(", ")}`,
    suggestions,
    elements: [
      textBlock(`${name} (${id})`, { weight: "Bolder", separator: true }),
      textBlock(details.join(" · "), { isSubtle: true, spacing: "None" }),
      {
        type: "ActionSet",
        actions: suggestions.map(({ title, text }) => sayAction(title.replace(/: .*$/, ""), text)),
      },
    ],
  };
}
