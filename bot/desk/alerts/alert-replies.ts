import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { Suggestion } from "../../reply/reply.ts";
import { composeReply, type ReplyDraft } from "../../skills/compose-reply.ts";
import type { IncomingTurn } from "../../turn.ts";
import type { Alert } from "./alert.ts";
import { buildAlertForm } from "./alert-form.ts";
import { alertListCard } from "./alert-list-card.ts";
import { describeWatched } from "./describe-watched.ts";
import type { AlertFields } from "./read-watched.ts";
import { ALERT_TEXTS } from "./texts.ts";

/** What every reply about alerts is put into words with. */
export interface AlertReplyContext {
  language: Language;
  /** As the person may see it. */
  view: KnowledgeView;
}

function say(
  lines: readonly string[],
  { language, suggestions = [] }: { language: Language; suggestions?: readonly Suggestion[] },
): ReplyDraft {
  return composeReply({
    language,
    intent: "smalltalk",
    lines: lines.map((frame) => ({ frame })),
    suggestions,
  });
}

/** Says what an alert watches, how its owner is told and how to stop it. */
export function sayCreated(
  alert: Alert,
  context: AlertReplyContext & { turn: IncomingTurn; idleDays: number; isNew: boolean },
): ReplyDraft {
  const { language, turn, idleDays, isNew } = context;
  const texts = ALERT_TEXTS[language];
  const { number } = alert;
  const named = { number, what: describeWatched(alert.query, context) };
  const lines = [
    isNew ? texts.created(named) : texts.existing(named),
    ...(alert.state === "paused"
      ? [texts.existingPaused(number)]
      : [turn.channel === "teams" ? texts.toldInTeams : texts.toldOnWeb(idleDays)]),
    ...(turn.isShared === true ? [texts.shared] : []),
    ...(isNew ? [texts.onlyNew] : []),
    texts.howToStop(number),
  ];
  return say(lines, { language, suggestions: [{ title: texts.listButton, text: texts.say.list }] });
}

/** Says why no alert came of the words, and offers the form. */
export function sayForm(
  reasons: readonly string[],
  context: AlertReplyContext & { values?: AlertFields },
): ReplyDraft {
  const { language, values } = context;
  return {
    ...say([...reasons, ALERT_TEXTS[language].onlyStreams], context),
    cards: [buildAlertForm({ language, ...(values === undefined ? {} : { values }) })],
  };
}

/** The alerts of a conversation in words and on a card. */
export function sayList(
  alerts: readonly Alert[],
  context: AlertReplyContext & { head?: string },
): ReplyDraft {
  const { language } = context;
  const texts = ALERT_TEXTS[language];
  if (alerts.length === 0) return say([texts.none], { language });
  const title = context.head ?? texts.list(alerts.length);
  const what = new Map(alerts.map(({ number, query }) => [number, describeWatched(query, context)]));
  const whatOf = (number: number) => what.get(number) ?? "";
  const items = alerts.map(
    ({ number, state }) => `- ${texts.item({ number, what: whatOf(number) })} (${texts.states[state]})`,
  );
  const [first] = alerts;
  const stop = first === undefined ? [] : [texts.howToStop(first.number)];
  return {
    ...say([title, ...items, ...stop], context),
    cards: [alertListCard(alerts, { language, title: texts.section, whatOf })],
  };
}

/** Says what was done to an alert. */
export function sayChanged(
  alert: Alert,
  context: AlertReplyContext & { change: "paused" | "resumed" | "deleted" },
): ReplyDraft {
  const { language, change } = context;
  const texts = ALERT_TEXTS[language];
  const named = { number: alert.number, what: describeWatched(alert.query, context) };
  return say([texts[change](named)], {
    language,
    suggestions: [{ title: texts.listButton, text: texts.say.list }],
  });
}

/** A single sentence. */
export function saySentence(sentence: string, { language }: AlertReplyContext): ReplyDraft {
  return say([sentence], { language });
}
