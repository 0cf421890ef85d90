import { recordName } from "../../../indexer/index.ts";
import { type Language, mayRead } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { ReplyDraft } from "../../skills/compose-reply.ts";
import { answerPartnerRequest } from "../../skills/partners/suggest-partners.ts";
import type { SkillTurn, TurnSkill } from "../../turn-skill.ts";
import { quoteWords } from "../tickets/present-words.ts";
import { findTargets, MOST_OFFERED } from "./find-targets.ts";
import { type IntroductionTarget, isOpen } from "./introduction.ts";
import { readIntroductionForm } from "./introduction-form.ts";
import { type IntroductionKeeper, MOST_OPEN } from "./introduction-keeper.ts";
import {
  sayChoice,
  sayForm,
  sayIntroductions,
  sayLines,
  saySent,
  withOffer,
} from "./introduction-replies.ts";
import { countNamed } from "./name-companies.ts";
import { type IntroductionWish, readIntroductionWords } from "./read-introduction-words.ts";
import { readListPlace } from "./read-list-place.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

interface SkillParts {
  keeper: IntroductionKeeper;
  whole: () => KnowledgeView;
  via: "coordinator" | "contact";
}

/** Introductions in chat: offered below partner suggestions, asked for by a form, listed and withdrawn. */
export function createIntroductionSkill(parts: SkillParts): TurnSkill {
  return {
    async take(seen) {
      const draft = await (seen.turn.form === undefined ? takeWords(seen, parts) : takeForm(seen, parts));
      if (draft === undefined) return undefined;
      return { draft, memory: { ...seen.memory, language: draft.language } };
    },
    enrich(draft, seen) {
      // The command line is not told of anything later, and a request is nobody else's business.
      if (draft.partners === undefined || seen.turn.channel === "command-line") return draft;
      if (seen.turn.isShared === true) return draft;
      return withOffer(draft, findTargets(draft, { ...contextOf(seen, parts), language: draft.language }));
    },
  };
}

function contextOf({ turn, view, replyLanguage }: SkillTurn, { whole }: SkillParts) {
  return { language: replyLanguage, reader: turn.reader, view, whole: whole() };
}

async function takeWords(seen: SkillTurn, parts: SkillParts): Promise<ReplyDraft | undefined> {
  const read = readIntroductionWords(seen.words, seen.language);
  if (read === undefined) return undefined;
  const isAsked = seen.replyLanguage !== seen.language;
  const replyLanguage = isAsked ? seen.replyLanguage : read.language;
  return takeWish(read.wish, { seen: { ...seen, language: read.language, replyLanguage }, parts });
}

async function takeWish(
  wish: IntroductionWish,
  { seen, parts }: { seen: SkillTurn; parts: SkillParts },
): Promise<ReplyDraft | undefined> {
  const { turn, replyLanguage: language } = seen;
  const texts = INTRODUCTION_TEXTS[language];
  const isLoose = wish.kind === "introduce" && wish.onlyIf !== undefined;
  if (isLoose && findMeant(wish, { seen, parts }).length === 0) return undefined;
  if (turn.isShared === true) return sayLines([texts.personalOnly], { language });
  if (wish.kind === "list")
    return sayIntroductions(await parts.keeper.list(turn.conversationId), { language });
  if (wish.kind === "withdraw") return withdraw(wish.id, { seen, keeper: parts.keeper });
  const found = findMeant(wish, { seen, parts });
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return sayChoice(found, { language });
  const targetId = await parts.keeper.offer(only, turn.conversationId);
  const values = { stream: only.about, amount: only.amount, name: turn.person?.name ?? "" };
  return sayForm(only, { language, targetId, via: parts.via, values });
}

/** Whom words may mean: of the last answer's companies, else of those that may be known by name. */
function findMeant(
  { whom, onlyIf }: Extract<IntroductionWish, { kind: "introduce" }>,
  { seen, parts }: { seen: SkillTurn; parts: SkillParts },
): IntroductionTarget[] {
  const offered = targetsOfLastAnswer(seen, parts);
  if (fold(whom) === "") return offered;
  const exact = offered.filter(({ label }) => fold(label) === fold(whom));
  if (exact.length > 0) return exact.slice(0, 1);
  const least = onlyIf !== undefined && namesPlace(whom, seen) ? 2 : 1;
  const near = bestNamed(offered, whom, onlyIf === "suggested" ? least : 1);
  if (near.length > 0) return near;
  const place = readListPlace(whom, offered.length);
  if (place !== undefined) return place <= offered.length ? offered.slice(place - 1, place) : offered;
  if (onlyIf === "suggested") return [];
  if (fold(whom).length < 3) return offered;
  return bestNamed(companyTargets(seen), whom, least);
}

/** Those that the words name best, at most as many as are offered at once. */
function bestNamed(targets: readonly IntroductionTarget[], whom: string, least = 1): IntroductionTarget[] {
  const name = whom.replace(COMPANY_NOUN, " ");
  const counted = targets.map((target) => ({ target, count: countNamed(target.label, name) }));
  const most = Math.max(least, ...counted.map(({ count }) => count));
  return counted
    .filter(({ count }) => count === most)
    .map(({ target }) => target)
    .slice(0, MOST_OFFERED);
}

/** "The first company" is not the one that is called "a company in park …" for want of a name. */
const COMPANY_NOUN = /(?<!\p{L})(?:compan(?:y|ies)|yrity\p{L}*|företag\p{L}*)(?!\p{L})/giu;

/** "Get in touch with Kemi" means no company that has the town in its name. */
function namesPlace(words: string, { view, language }: SkillTurn): boolean {
  return view.index.lexicon
    .match(words, language)
    .some(({ concept, share }) => share === 1 && (concept.kind === "place" || concept.kind === "park"));
}

function targetsOfLastAnswer(seen: SkillTurn, parts: SkillParts): IntroductionTarget[] {
  const { memory, turn, view, replyLanguage } = seen;
  const request = memory.partners;
  if (request === undefined) return [];
  const { language = seen.language } = request;
  const answer = answerPartnerRequest(request, { view, reader: turn.reader, language, replyLanguage });
  return findTargets(answer, contextOf(seen, parts));
}

/** Companies of the table that the asker may know by name. */
function companyTargets({ view, turn, replyLanguage }: SkillTurn): IntroductionTarget[] {
  return (view.index.tables.companies ?? [])
    .filter((row) => mayRead(turn.reader, row.visibility) && row.withheld?.includes("identity") !== true)
    .filter((row) => row.status !== "closed")
    .map((row) => ({
      kind: "company",
      company: row.id,
      label: recordName(row, replyLanguage),
      about: "",
      amount: "",
    }));
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();
}

async function withdraw(
  id: number | undefined,
  { seen, keeper }: { seen: SkillTurn; keeper: IntroductionKeeper },
): Promise<ReplyDraft> {
  const { turn, replyLanguage: language } = seen;
  const texts = INTRODUCTION_TEXTS[language];
  const own = await keeper.list(turn.conversationId);
  const open = own.filter(isOpen);
  const named =
    id === undefined ? (open.length === 1 ? open[0] : undefined) : own.find((one) => one.id === id);
  if (named === undefined)
    return id === undefined
      ? sayIntroductions(own, { language })
      : sayLines([texts.noSuch(id)], { language });
  const result = await keeper.withdraw(named, turn);
  return sayLines([result.kind === "done" ? texts.withdrawn(named.id) : texts.notOpen(named.id)], {
    language,
  });
}

async function takeForm(seen: SkillTurn, { keeper, via }: SkillParts): Promise<ReplyDraft | undefined> {
  const { turn } = seen;
  if (turn.form?.kind !== "introduction") return undefined;
  const language: Language = seen.replyLanguage;
  const texts = INTRODUCTION_TEXTS[language];
  if (turn.isShared === true) return sayLines([texts.personalOnly], { language });
  const { target: targetId = "", ...fields } = turn.form.fields;
  const target = await keeper.targetOf(targetId, turn.conversationId);
  if (target === undefined) return sayLines([texts.outdated], { language });
  const read = readIntroductionForm(fields);
  if ("faults" in read) {
    const problems = read.faults.map((fault) => texts.faults[fault]);
    return sayForm(target, { language, targetId, via, values: fields, problems });
  }
  const outcome = await keeper.ask(targetId, { asker: read.asker, turn, language });
  switch (outcome.kind) {
    case "sent":
      return saySent(outcome.introduction, { ...outcome, language });
    case "too many":
      return sayLines([texts.tooMany(MOST_OPEN)], { language });
    case "gone":
      return sayLines([texts.gone, quoteWords(target.label)], { language });
    case "outdated":
      return sayLines([texts.outdated], { language });
  }
}
