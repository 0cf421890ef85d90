import type { Language } from "../../../knowledge/languages.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import type { ReplyDraft } from "../../skills/compose-reply.ts";
import type { SkillTurn, TurnSkill } from "../../turn-skill.ts";
import type { Alert } from "./alert.ts";
import { type AlertKeeper, MOST_ALERTS } from "./alert-keeper.ts";
import {
  type AlertReplyContext,
  sayChanged,
  sayCreated,
  sayForm,
  sayList,
  saySentence,
} from "./alert-replies.ts";
import { findMeantAlerts } from "./find-meant-alerts.ts";
import type { AlertCommand } from "./read-alert-command.ts";
import { type AlertWish, readAlertWords } from "./read-alert-words.ts";
import { type ReadWatched, readAlertForm, readWatched } from "./read-watched.ts";
import { ALERT_TEXTS } from "./texts.ts";

interface SkillOptions {
  keeper: AlertKeeper;
  /** Days without a message after which a web chat is deleted, and its alerts with it. */
  idleDays: number;
}

/** Answers with so many suggestions get no further one. */
const ENOUGH_SUGGESTIONS = 3;

/** Alerts in chat: made in words or by the form, listed, paused and deleted; offered below lists of streams. */
export function createAlertSkill(options: SkillOptions): TurnSkill {
  return {
    async take(seen) {
      const { turn } = seen;
      const draft = await (turn.form === undefined ? takeWords(seen, options) : takeForm(seen, options));
      if (draft === undefined) return undefined;
      return { draft, memory: { ...seen.memory, language: draft.language } };
    },
    enrich: (draft, seen) => offerAlert(draft, { seen, options }),
  };
}

async function takeForm(seen: SkillTurn, options: SkillOptions): Promise<ReplyDraft | undefined> {
  const { form, reader } = seen.turn;
  if (form?.kind !== "alert") return undefined;
  const { view, language } = seen;
  const read = readAlertForm(form.fields, { language, view, reader });
  return create(read, { seen, options, values: form.fields });
}

async function takeWords(seen: SkillTurn, options: SkillOptions): Promise<ReplyDraft | undefined> {
  const read = readAlertWords(seen.words, seen.language);
  if (read === undefined) return undefined;
  // "Poista hakuvahti 2" is Finnish whatever was spoken before, unless another language was asked for.
  const isAsked = seen.replyLanguage !== seen.language;
  const replyLanguage = isAsked ? seen.replyLanguage : read.language;
  return takeWish(read.wish, { seen: { ...seen, language: read.language, replyLanguage }, options });
}

interface WishContext {
  seen: SkillTurn;
  options: SkillOptions;
}

async function takeWish(wish: AlertWish, context: WishContext): Promise<ReplyDraft> {
  const { seen, options } = context;
  const said: AlertReplyContext = { language: seen.replyLanguage, view: seen.view };
  switch (wish.kind) {
    case "list":
      return sayList(await options.keeper.list(seen.turn), said);
    case "create": {
      const { language, view, turn } = seen;
      const read =
        wish.rest === "" ? { left: "" } : readWatched(wish.rest, { language, view, reader: turn.reader });
      return create(read, { ...context, values: { what: wish.rest } });
    }
    case "more": {
      const shown = seen.memory.streams?.query;
      return create(shown === undefined ? { left: "" } : { query: shown }, { ...context, values: {} });
    }
    default:
      return change(wish, { ...context, said });
  }
}

async function create(
  read: ReadWatched,
  context: WishContext & { values: Record<string, string> },
): Promise<ReplyDraft> {
  const { seen, options, values } = context;
  const { replyLanguage: language, view, turn } = seen;
  const texts = ALERT_TEXTS[language];
  const said = { language, view };
  if ("left" in read)
    return sayForm([read.left === "" ? texts.nothingToWatch : texts.notUnderstood(plain(read.left))], {
      ...said,
      ...(read.left === "" && values.what === undefined ? {} : { values }),
    });
  if (isAboutOneRow(read.query)) return sayForm([texts.notRows], said);
  const outcome = await options.keeper.create(read.query, seen);
  if (outcome === "too many") {
    const head = texts.tooMany(MOST_ALERTS);
    return sayList(await options.keeper.list(turn), { ...said, head });
  }
  return sayCreated(outcome.alert, { ...said, ...outcome, turn, idleDays: options.idleDays });
}

function isAboutOneRow(query: StreamQuery): boolean {
  return query.ids !== undefined;
}

/** The person's own words, which may hold marks of Markdown. */
function plain(words: string): string {
  return words
    .replace(/[*_`[\]<>|#\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
}

async function change(
  wish: Exclude<AlertCommand, { kind: "list" }>,
  context: WishContext & { said: AlertReplyContext },
): Promise<ReplyDraft> {
  const { seen, options, said } = context;
  const { keeper } = options;
  const texts = ALERT_TEXTS[said.language];
  const alerts = await keeper.list(seen.turn);
  if (alerts.length === 0) return sayList(alerts, said);
  if (wish.number === "all") {
    if (wish.kind === "delete") return saySentence(texts.deletedAll(await keeper.deleteAll(seen.turn)), said);
    for (const alert of alerts) await keeper.setState(alert, wish.kind === "pause" ? "paused" : "active");
    return sayList(await keeper.list(seen.turn), said);
  }
  if (typeof wish.number === "number") {
    const alert = alerts.find(({ number }) => number === wish.number);
    if (alert === undefined) return sayList(alerts, { ...said, head: texts.noSuch(wish.number) });
    return changeOne(alert, { kind: wish.kind, keeper, said });
  }
  const [alert, ...others] = meantAlerts(alerts, { wish, seen });
  if (alert === undefined || others.length > 0) return sayList(alerts, { ...said, head: texts.which });
  return changeOne(alert, { kind: wish.kind, keeper, said });
}

/** Those that the words name; where they name nothing that is understood, all that may be meant. */
function meantAlerts(
  alerts: readonly Alert[],
  { wish, seen }: { wish: Exclude<AlertCommand, { kind: "list" }>; seen: SkillTurn },
): readonly Alert[] {
  const { about = "" } = wish;
  if (about === "") return alerts;
  const { language, view, turn } = seen;
  const read = readWatched(about, { language, view, reader: turn.reader });
  // Nothing is deleted on half-understood words.
  if ("left" in read) return wish.kind === "delete" ? [] : alerts;
  return findMeantAlerts(alerts, read.query);
}

async function changeOne(
  alert: Alert,
  context: { kind: "pause" | "resume" | "delete"; keeper: AlertKeeper; said: AlertReplyContext },
): Promise<ReplyDraft> {
  const { kind, keeper, said } = context;
  if (kind === "delete") {
    await keeper.delete(alert);
    return sayChanged(alert, { ...said, change: "deleted" });
  }
  await keeper.setState(alert, kind === "pause" ? "paused" : "active");
  return sayChanged(alert, { ...said, change: kind === "pause" ? "paused" : "resumed" });
}

/** Offers an alert below an exact list of streams, also below an empty one, unless there is one already. */
async function offerAlert(draft: ReplyDraft, { seen, options }: WishContext): Promise<ReplyDraft> {
  const { streamQuery, suggestions } = draft;
  const { channel } = seen.turn;
  // The command line is not told of anything later.
  if (streamQuery === undefined || channel === "command-line") return draft;
  if (suggestions.length >= ENOUGH_SUGGESTIONS || isAboutOneRow(streamQuery.query)) return draft;
  if (await options.keeper.has(seen.turn, streamQuery.query)) return draft;
  return { ...draft, suggestions: [...suggestions, moreSuggestion(draft.language)] };
}

function moreSuggestion(language: Language): ReplyDraft["suggestions"][number] {
  const texts = ALERT_TEXTS[language];
  return { title: texts.more, text: texts.say.more };
}
