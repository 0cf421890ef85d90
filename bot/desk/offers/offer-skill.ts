import { dayOf, presentDay } from "../../calendar.ts";
import type { ReplyDraft } from "../../skills/compose-reply.ts";
import type { SkillOutcome, SkillTurn, TurnSkill } from "../../turn-skill.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import { answerOfferForm } from "./answer-offer-form.ts";
import { answerMembersOnly, answerOwnList, answerWithForm, sayOffer } from "./offer-replies.ts";
import type { OfferTurn } from "./offer-turn.ts";
import { answerWithdrawNamed } from "./own-offers.ts";
import {
  languageOfCommand,
  type OfferCommand,
  type RowCommand,
  readOfferCommand,
  type SubmissionCommand,
} from "./read-command.ts";
import { readOffer } from "./read-offer.ts";
import type { SubmissionDesk } from "./submission-desk.ts";
import { OFFER_TEXTS } from "./texts.ts";
import {
  answerCorrection,
  answerEditSubmission,
  answerUpdateNamed,
  answerUpdateRow,
} from "./update-offer.ts";
import { valuesOfSearch } from "./values-of-search.ts";

/** Publishing by chat: forms filled from the words, the member's own list, updates and withdrawals. */
export function createOfferSkill(base: DeskBase, desk: SubmissionDesk): TurnSkill {
  return {
    async take(asked): Promise<SkillOutcome | undefined> {
      const seen = withOwnLanguage(asked);
      const { turn, words, memory, replyLanguage } = seen;
      const isForm = turn.form?.kind === "submission";
      if (!isForm && (turn.form !== undefined || words === "")) return undefined;
      const command = isForm ? undefined : readOfferCommand(words, seen);
      if (!isForm && command === undefined) return undefined;
      const isMember = turn.reader !== "public" && turn.isShared !== true;
      // What the public tells of its stuff is a search for partners, as it ever was.
      if (!isMember && command !== undefined && isTold(command)) return undefined;
      const context = { language: replyLanguage, view: seen.view, reader: turn.reader };
      const draft = isMember
        ? await answer(command, toOfferTurn(seen, { base, desk }))
        : answerMembersOnly({ ...context, isShared: turn.isShared === true });
      if (draft === undefined) return undefined;
      return { draft, memory: { ...memory, language: replyLanguage } };
    },
    enrich: (draft, seen) => withPublishing(draft, seen),
  };
}

/** What is told, and not asked for in so many words. */
function isTold(command: OfferCommand): boolean {
  if (command.kind === "withdrawNamed") return !command.isSure;
  return command.kind === "tell" || command.kind === "correct";
}

/** A command is answered in its own language, unless another was asked for. */
function withOwnLanguage(seen: SkillTurn): SkillTurn {
  const own = seen.words === "" ? undefined : languageOfCommand(seen.words);
  if (own === undefined || own === seen.language || seen.replyLanguage !== seen.language) return seen;
  return { ...seen, language: own, replyLanguage: own };
}

function toOfferTurn(seen: SkillTurn, parts: { base: DeskBase; desk: SubmissionDesk }): OfferTurn {
  const { turn, replyLanguage, view } = seen;
  const actor: Actor = {
    id: turn.person?.id ?? turn.conversationId,
    name: turn.person?.name ?? "",
    reader: turn.reader,
    via: turn.channel,
  };
  const owner = { conversation: turn.conversationId, person: turn.person?.id };
  const now = parts.base.now();
  return { ...parts, seen, actor, owner, now, language: replyLanguage, view, reader: turn.reader };
}

async function answer(command: OfferCommand | undefined, turn: OfferTurn): Promise<ReplyDraft | undefined> {
  switch (command?.kind) {
    case undefined:
      return answerOfferForm(turn);
    case "list":
      return listOwn(turn);
    case "publish":
    case "tell":
      return publish(turn);
    case "publishThis": {
      const values = { ...valuesOfSearch(turn.seen), ...(await companyOf(turn)) };
      return answerWithForm(values, { ...turn, intro: introOf(values.kind, turn) });
    }
    case "updateRow":
      return answerUpdateRow(command.id, turn);
    case "updateNamed":
      return answerUpdateNamed(turn);
    case "correct":
      return answerCorrection(turn);
    case "withdrawNamed":
      return answerWithdrawNamed(turn, command);
    case "withdraw":
    case "renew":
      return changeOwn(command, turn);
    case "withdrawSubmission":
    case "editSubmission":
      return changeSubmission(command, turn);
  }
}

/** The form, filled from the words. */
async function publish(turn: OfferTurn): Promise<ReplyDraft> {
  const { seen, view } = turn;
  const { values } = readOffer(seen.words, { language: seen.language, view });
  const isTold = values.name !== undefined;
  const intro = isTold ? introOf(values.kind, turn) : OFFER_TEXTS[turn.language].introUnknown;
  return answerWithForm({ ...values, ...(await companyOf(turn)) }, { ...turn, intro });
}

function introOf(kind: string | undefined, { language }: OfferTurn): string {
  return OFFER_TEXTS[language].intro[kind === "need" ? "need" : "stream"];
}

/** The company that the member told the last time. */
async function companyOf({ desk, owner }: OfferTurn): Promise<{ company?: string }> {
  const told = [...(await desk.store.listOwn(owner)), ...(await desk.store.listOwnLive(owner))];
  const company = told.find(({ values }) => values.company !== undefined)?.values.company;
  return company === undefined ? {} : { company };
}

async function listOwn(turn: OfferTurn, head?: string): Promise<ReplyDraft> {
  const { desk, owner, now } = turn;
  const [live, submissions] = [await desk.store.listOwnLive(owner), await desk.store.listOwn(owner)];
  const own = { live, submissions };
  return answerOwnList(own, { ...turn, today: dayOf(now), ...(head === undefined ? {} : { head }) });
}

async function changeOwn(command: RowCommand, turn: OfferTurn): Promise<ReplyDraft> {
  const { desk, owner, language, actor } = turn;
  const texts = OFFER_TEXTS[language];
  const { id } = command;
  const own = await desk.store.listOwnLive(owner);
  const record = own.find((one) => one.id === id && one.state === "live");
  const update = { title: `${texts.buttons.update}: ${id}`, text: texts.says.update(id) };
  if (record === undefined) {
    const isThere = turn.view.index.tables.streams?.some((row) => row.id === id) === true;
    return isThere
      ? sayOffer([texts.notYours(id)], { language, suggestions: [update] })
      : sayOffer([texts.noSuchRow(id)], { language });
  }
  const outcome =
    command.kind === "withdraw"
      ? await desk.live.withdraw(record, { actor })
      : await desk.live.renew(record, actor);
  if (outcome.kind !== "done") return listOwn(turn, texts.stale);
  const done =
    command.kind === "withdraw"
      ? texts.withdrawn(id)
      : texts.renewed(id, presentDay(outcome.value.expires ?? "", language));
  return sayOffer([done], { language, suggestions: [{ title: texts.listButton, text: texts.listButton }] });
}

async function changeSubmission(command: SubmissionCommand, turn: OfferTurn): Promise<ReplyDraft> {
  const { desk, owner, language, actor } = turn;
  const texts = OFFER_TEXTS[language];
  const name = texts.submissionName(command.number);
  const submission = (await desk.store.listOwn(owner)).find(({ id }) => id === command.number);
  if (submission === undefined) return sayOffer([texts.noSuchRow(name)], { language });
  if (submission.state !== "waiting" && submission.state !== "returned") return listOwn(turn, texts.stale);
  if (command.kind === "withdrawSubmission") {
    const outcome = await desk.withdrawSubmission(submission, actor);
    return outcome.kind === "done"
      ? sayOffer([texts.withdrawn(name)], { language })
      : listOwn(turn, texts.stale);
  }
  return answerEditSubmission(submission, turn);
}

/** A member who looks for a partner may publish what is offered or wanted. */
function withPublishing(draft: ReplyDraft, { turn, replyLanguage }: SkillTurn): ReplyDraft {
  const request = draft.partnerRequest;
  if (turn.reader === "public" || turn.isShared === true || request === undefined) return draft;
  if (request.stream !== undefined || request.description === "") return draft;
  const text = OFFER_TEXTS[replyLanguage].publishThis[request.direction === "take" ? "need" : "stream"];
  return { ...draft, suggestions: [...draft.suggestions, { title: text, text }] };
}
