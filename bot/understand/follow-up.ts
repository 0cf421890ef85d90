import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { ASKS_LEGAL_STATUS } from "./asks-streams.ts";
import type { Memory } from "./memory.ts";
import { analyseQuestion, type Question } from "./question.ts";

/** Openings that carry the last question over to another thing. */
const CARRY_OVER =
  /^\W*(?:(?:and|but|ok(?:ay)?|ja|mutta|men|och)[,\s]+)?(?:what about|how about|and (?:what about|how about|in|at|for|of)(?!\p{L})|and|same for|the same for|entäpä|entäs|entä|mites|miten sitten|sama|samoin|och|hur är det (?:med|i|på)|hur är läget i|samma för|då|ja)(?!\p{L})/iu;

const PRONOUNS: Record<Language, RegExp> = {
  en: /\b(?:it|its|it's|they|their|them|there|(?:the )?same (?:town|place|area|park|region|city)|that (?:park|place|company|project|area|association|network)|the (?:park|place|company|firm|plant|mill|factory|project|area|association|organisation|site|network)|this (?:park|place|company|project|area|association))\b/i,
  fi: /(?<!\p{L})(?:se|sen|siellä|sieltä|sinne|siitä|siinä|sillä|sitä|siihen|niiden|niissä|niistä|he|heidän|ne|tämä|tämän|tällä|täällä|sikäläi\p{L}*|kyseisen|kyseinen|kyseisessä|puisto(?:n|ssa|sta|on|lla)?|aluee(?:n|lla|lta|lle)|yrity(?:ksen|ksessä)|samassa (?:kaupungissa|paikassa|puistossa|kunnassa)|samalla (?:alueella|paikkakunnalla)|yhtiön|yhtiöllä|yhtiö|firman|laitoksen|tehtaan|yhdistyksen|yhdistyksellä|hankkeen|hankkeella|verkoston|verkostolla)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:den|det|dess|där|dit|därifrån|samma (?:stad|ort|park|område|plats)|de|dem|deras|parken|parkens|området|områdets|företaget|företagets|bolaget|bolagets|fabriken|fabrikens|anläggningen|anläggningens|föreningen|föreningens|projektet|projektets|nätverket|nätverkets)(?!\p{L})/iu,
};

const THERE_IS =
  /(?<!\p{L})(?:(?:is|are|was|were) there|there (?:is|are|was|were)|finns det|det finns)(?!\p{L})/giu;

const PERSON_PRONOUNS =
  /(?<!\p{L})(?:he|she|his|her|him|hän|hänen|hänet|hänelle|häneltä|hänellä|hänestä|han|hon|hans|hennes|honom|henne)(?!\p{L})/iu;

/** Questions that ask an attribute of something already named. */
const MOST_TERMS_OF_ELLIPSIS = 3;

/**
 * Spells a follow-up out with the help of what was said before: "and in Kokkola?" becomes the last question
 * with Kokkola in it, "kuka on sen yhteyshenkilö?" gets the name that "sen" stands for.
 *
 * @param question The message as it stands.
 * @returns The question to be answered; the same one when it stands alone.
 */
export function resolveFollowUp(
  question: Question,
  context: { memory: Memory | undefined; view: KnowledgeView },
): Question {
  const { memory, view } = context;
  if (memory === undefined) return question;
  // The memory is looked at last: an answer that did not need it can be given to others too (`answer-cache.ts`).
  const asksPerson = PERSON_PRONOUNS.test(question.text) && !namesSomething(question);
  if (asksPerson && memory.person !== undefined) {
    return rebuild(`${question.text.replace(/[?!.\s]+$/, "")} (${memory.person})?`, { question, view });
  }
  const carried = carryOver(question, { memory, view });
  if (carried !== undefined) return carried;
  if (namesSomething(question) || ASKS_LEGAL_STATUS.test(question.text)) return question;
  // "How much fly ash is there?" points at nothing.
  const asksAmount = question.answerType === "number" && namesMaterial(question, view);
  const pointing = asksAmount ? question.text.replace(THERE_IS, " ") : question.text;
  const usesPronoun = PRONOUNS[question.language].test(pointing);
  // A park that was recommended narrows what is asked next only where it is pointed at.
  if (asksAmount && !usesPronoun && memory.needs !== undefined) return question;
  const isBare =
    (question.terms.length <= 1 && question.answerType !== "any") ||
    (question.terms.length <= MOST_TERMS_OF_ELLIPSIS && question.asksContact);
  if (!usesPronoun && !isBare) {
    const joined = isElliptic(question) && memory.topic !== undefined;
    return joined ? joinLast(question, { memory, view }) : question;
  }
  return joinTopic(question, { memory, view }) ?? question;
}

/**
 * Adds the topic of the conversation to a question that names nothing itself.
 *
 * @returns Nothing when there is no topic, or the question names its own.
 */
export function joinTopic(
  question: Question,
  context: { memory: Memory; view: KnowledgeView },
): Question | undefined {
  const { memory, view } = context;
  if (namesSomething(question) || memory.topic === undefined) return undefined;
  // "How much fly ash is there?" after a question on steam names another stuff, which is not narrowed by the first.
  if (namesMaterial(question, view) && isStuff(memory.topic, { question, view })) return undefined;
  return rebuild(`${question.text.replace(/[?!.\s]+$/, "")} (${memory.topic})?`, { question, view });
}

/** "How many tonnes a year?" after "who makes formic acid in Oulu?": a figure or a date of what was asked about. */
function isElliptic(question: Question): boolean {
  const isAmountOrDate = question.answerType === "number" || question.answerType === "date";
  if (!isAmountOrDate || asksAllParks(question)) return false;
  const isDefinite = question.language === "sv" && question.terms.some(({ word }) => /(?:en|et)$/.test(word));
  return question.terms.length <= (isDefinite ? 3 : 2);
}

/** Adds the last question to one that leaves out what it is about. */
function joinLast(question: Question, context: { memory: Memory; view: KnowledgeView }): Question {
  const { memory, view } = context;
  const last = memory.question;
  if (last === undefined) return question;
  const asked = last.text.replace(/[?!.\s]+$/, "").replace(QUESTION_WORD, "");
  return rebuild(`${question.text.replace(/[?!.\s]+$/, "")} (${asked})?`, { question, view });
}

const QUESTION_WORD =
  /^\W*(?:who|what|which|where|when|why|kuka|mitä|mikä|mitkä|missä|milloin|miksi|vem|vad|vilken|vilket|vilka|var|när|varför)(?!\p{L})\s*/iu;

function asksAllParks(question: Question): boolean {
  return question.matches.some(({ concept }) => /(?:^|:|-)park$/.test(concept.id));
}

function namesSomething(question: Question): boolean {
  return (
    question.parks.length > 0 || question.places.length > 0 || question.terms.some((term) => term.isName)
  );
}

/** "Fly ash" is a material, "side streams" are none. */
function namesMaterial({ matches }: Question, { materials }: KnowledgeView): boolean {
  return matches.some(({ concept, share }) => share === 1 && materials.has(concept.id));
}

/** Whether a topic is a stuff or a trade, and neither a park, a place nor a name. */
function isStuff(topic: string, context: { question: Question; view: KnowledgeView }): boolean {
  const named = rebuild(topic, context);
  const isTrade = named.matches.some(({ concept, share }) => concept.kind === "trade" && share === 1);
  return isTrade && !namesSomething(named);
}

/** The last question with its names replaced by those of the new message. */
function carryOver(
  question: Question,
  context: { memory: Memory; view: KnowledgeView },
): Question | undefined {
  const opens = CARRY_OVER.test(question.text);
  // "Where is Kilpilahti?" is a question of its own, though its only telling word is a name.
  if (!opens && ASKS_ITSELF.test(question.text)) return undefined;
  const names = question.matches.filter(
    (match) => match.concept.kind === "park" || match.concept.kind === "place",
  );
  const covered = (word: string) =>
    names.some((match) => question.text.slice(match.start, match.end).toLowerCase().includes(word));
  const others = question.terms.filter((term) => !covered(term.word) && !isConnector(term.word));
  const isNameOnly = names.length > 0 && others.length === 0;
  // A park's name may have many words ("Entä Turun Smart Chemistry Parkissa?").
  const isShort = question.terms.length > 0 && others.length <= MOST_TERMS_OF_ELLIPSIS;
  if (!(isShort && (isNameOnly || opens))) return undefined;
  const last = context.memory.question;
  if (last === undefined) return undefined;
  const rest = question.text
    .replace(CARRY_OVER, " ")
    .replace(/[?!.]+$/, "")
    .trim();
  if (rest === "") return undefined;
  // A new name takes the old one's place; another new word ("the phone number?") joins the old question's name.
  const base =
    names.length > 0 || others.every((term) => term.isName)
      ? withoutNames(last, context.view)
      : (context.memory.topic ?? "");
  if (base === "") return undefined;
  const text =
    names.length > 0 || others.every((term) => term.isName) ? `${base} ${rest}?` : `${rest} (${base})?`;
  return rebuild(text, { question, view: context.view });
}

const ASKS_ITSELF =
  /^\W*(?:where|who|when|why|what (?:is|are)|missä|mikä|mitä on|kuka|ketkä|milloin|miksi|var|vem|när|varför|vad är)(?!\p{L})/iu;

function isConnector(word: string): boolean {
  return /^(?:park|puisto|parken|alue|area|området|sama|same|samma|tilanne|situation|läget)$/.test(word);
}

function withoutNames(last: { text: string; language: Language }, view: KnowledgeView): string {
  const { text, language } = last;
  const names = view.index.lexicon
    .match(text, language)
    .filter(
      (match) => match.share === 1 && (match.concept.kind === "park" || match.concept.kind === "place"),
    );
  let rest = text.replace(/\([^)]*\)\??$/, "");
  for (const match of [...names].sort((a, b) => b.start - a.start)) {
    if (match.end <= rest.length) rest = `${rest.slice(0, match.start)} ${rest.slice(match.end)}`;
  }
  return rest
    .replace(/[?!.]+\s*$/, "")
    .replace(/\s+(?::\p{L}+)?/gu, " ")
    .trim();
}

function rebuild(text: string, context: { question: Question; view: KnowledgeView }): Question {
  const { language, replyLanguage } = context.question;
  return analyseQuestion(text, { language, replyLanguage, view: context.view });
}
