import { recordName, splitWords } from "../../indexer/index.ts";
import { mayRead, type Reader } from "../../knowledge/languages.ts";
import type { ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { asksForecast, namesYearToCome } from "../understand/asks-future.ts";
import { ASKS_RANK } from "../understand/asks-parks.ts";
import { type AskedAttribute, detectAttributes } from "../understand/attributes.ts";
import type { Question } from "../understand/question.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { contactClaim } from "./contact-claims.ts";
import { listCompanies, listParks } from "./list-rows.ts";
import { namedParks } from "./named-parks.ts";
import { answerAttribute, disagreementFrame } from "./park-attributes.ts";
import { asksMoney } from "./sentence-fit.ts";
import { answerStreamQuery } from "./streams/answer-streams.ts";

interface TableContext {
  view: KnowledgeView;
  reader: Reader;
}

/** Words that stand in questions about a park without narrowing them. */
const GENERIC =
  /^(?:(?:eko|eco)?-?(?:teollisuus|teollisuu|industri|industrial)?-?(?:puisto|park|parks|parken|parker|alue|alu|area|område|region|seutu|seudu|ympäristö)\p{L}*|eco|industrial|tällä|hetkellä|nykyisin|nykyään|nu|currently|now|today|idag|nuvarande|toimii|toimi|toimivat|verksamma|verkar|located|operate|operates|working|available|olemassa|there|arise|arises|generated|produced|syntyy|synty\p{L}*|uppstår|uppkommer|alas?|yhteensä|total|totalt|altogether|name|nimi|namn|official|virallinen|companies|company|yrity\p{L}*|företag\p{L}*|ry|association|yhdisty\p{L}*|förening\p{L}*|vuonna|year|år\p{L}*|vuosi|vuoden|person|henkilö|numero|number|nummer|osoite|address|adress|details|tiedot|uppgifter|table|taulukko|taulukossa|tabell\p{L}*)$/u;

/** How much of a question's weight may remain unexplained by the attribute and the names. */
const MOST_LEFTOVER = 0.5;
const MOST_LEFTOVER_OF_ALL = 0.3;
const MOST_LEFTOVER_OF_CONTACT = 2.5;

/**
 * Answers questions about parks from the tables: one attribute of named parks, or a list of streams, companies
 * or parks of a place.
 *
 * @returns Nothing when the question asks for something else, or asks more than the tables say.
 */
export function answerFromTables(question: Question, context: TableContext): ReplyDraft | undefined {
  if (context.view.index.tables.parks === undefined) return undefined;
  if (asksForecast(question.text) || namesYearToCome(question.text)) return undefined;
  const asked = detectAttributes(question.text, question.language);
  const person = answerPerson(question, { ...context, asked });
  if (person !== undefined) return person;
  // The tables hold no prices: "what does membership cost?" is no question of how many members there are.
  if (question.terms.some((term) => term.isFocus && asksMoney(term))) return undefined;
  if (asked.length === 0 || leftoverWeight(question, asked) > mostLeftover(question, asked)) return undefined;
  // "How many work for Yara in Kokkola?" is no question about the park there.
  if (namesOther(question) && !asked.some(({ attribute }) => CONTACT_ATTRIBUTES.has(attribute)))
    return undefined;
  const parks = namedParks(question, context);
  for (const { attribute } of asked) {
    // A list of all parks answers nothing that asks for some of them ("which parks make biogas?").
    const asksSome = question.places.length === 0 && leftoverWeight(question, asked) > MOST_LEFTOVER_OF_ALL;
    if (attribute === "parks" && asksSome) continue;
    const draft = answerOne(attribute, { question, parks, ...context });
    if (draft !== undefined) return draft;
  }
  return undefined;
}

/** Whether a name is asked about that is no park's and no place's. */
function namesOther(question: Question): boolean {
  return question.terms.some(
    (term) => term.isName && ![...term.concepts.keys()].some((id) => /^(?:park|place):/.test(id)),
  );
}

/** Whom to call about a named park's plots, cranes or plans is told by its contact, whatever it is about. */
function mostLeftover(question: Question, asked: readonly AskedAttribute[]): number {
  const asksContact = asked.some(({ attribute }) => CONTACT_ATTRIBUTES.has(attribute));
  const isPlain = question.parks.length > 0 && !question.terms.some((term) => term.isFocus || term.isCounted);
  return asksContact && isPlain ? MOST_LEFTOVER_OF_CONTACT : MOST_LEFTOVER;
}

const CONTACT_ATTRIBUTES: ReadonlySet<AskedAttribute["attribute"]> = new Set(["contact", "phone", "email"]);

/** Contact details of a person who is named: "Sakari Ermalan sähköposti". */
function answerPerson(
  question: Question,
  context: TableContext & { asked: readonly AskedAttribute[] },
): ReplyDraft | undefined {
  const { view, reader, asked } = context;
  if (!asked.some(({ attribute }) => CONTACT_ATTRIBUTES.has(attribute))) return undefined;
  const language = question.replyLanguage;
  const rows = (view.index.tables.contacts ?? []).filter((row) => mayRead(reader, row.visibility));
  const named = rows.filter((row) => {
    const last = row.name.split(" ").at(-1)?.toLowerCase() ?? "";
    return (
      last.length > 3 &&
      splitWords(question.text).some(
        (word) => word.isCapital && word.lower.startsWith(last.split("-")[0] ?? last),
      )
    );
  });
  if (named.length === 0) return undefined;
  const bySubject = Map.groupBy(named, (row) => `${row.subject} ${row.name}`);
  const lines = [...bySubject.values()].map((person): AnswerLine => {
    const park = view.index.tables.parks?.find((row) => row.id === person[0]?.subject);
    const claim = contactClaim(person, { language, view, ...(park === undefined ? {} : { park }) });
    return { claim, ...(bySubject.size > 1 ? { prefix: "- " } : {}) };
  });
  return composeReply({ language, intent: "contact", lines });
}

type AnswerContext = TableContext & { question: Question; parks: readonly ParkRecord[] };

function answerOne(attribute: AskedAttribute["attribute"], context: AnswerContext): ReplyDraft | undefined {
  const { parks } = context;
  if (attribute === "parks") {
    const isList = !ASKS_RANK.test(context.question.text);
    const isOpen = parks.length === 0 || context.question.places.length > 0;
    return isList && isOpen ? answerParks(context) : undefined;
  }
  if (parks.length === 0) return undefined;
  if (attribute === "streams") return answerParkStreams(context);
  if (attribute === "companies") return answerCompanies(context);
  const { question } = context;
  const language = question.replyLanguage;
  const lines: AnswerLine[] = [];
  for (const park of parks.slice(0, 4)) {
    const answer = answerAttribute(attribute, {
      park,
      language,
      reader: context.reader,
      view: context.view,
      words: question.text,
    });
    if (answer === undefined) continue;
    if (answer.disagree) lines.push({ frame: disagreementFrame(attribute, language) });
    const prefix = answer.claims.length > 1 || parks.length > 1 ? "- " : "";
    lines.push(...answer.claims.map((claim) => ({ claim, prefix })));
  }
  if (lines.length === 0) return undefined;
  const isContact = attribute === "contact" || attribute === "phone" || attribute === "email";
  return composeReply({ language, intent: isContact ? "contact" : "answer", lines });
}

function answerParkStreams(context: AnswerContext): ReplyDraft | undefined {
  const { question, parks } = context;
  const query = { parks: parks.map((park) => park.id) };
  return answerStreamQuery(query, { ...context, language: question.replyLanguage });
}

function answerCompanies(context: AnswerContext): ReplyDraft | undefined {
  const { view, reader, question, parks } = context;
  const language = question.replyLanguage;
  const ids = new Set(parks.map((park) => park.id));
  const companies = (view.index.tables.companies ?? []).filter((company) =>
    company.parks.some((park) => ids.has(park)),
  );
  const where = parks.map((park) => recordName(park, language)).join(", ");
  return listCompanies(companies, { language, reader, view, where });
}

function answerParks(context: AnswerContext): ReplyDraft | undefined {
  const { view, reader, question } = context;
  const language = question.replyLanguage;
  const places = (view.index.tables.places ?? []).filter((place) => question.places.includes(place.id));
  // "Which parks are there in Atlantis?" asks for the parks of a place nobody knows, not for all.
  if (places.length === 0 && question.terms.some((term) => term.isName && term.concepts.size === 0))
    return undefined;
  const names = places.map((place) => [place.en, place.fi, place.sv]);
  const isInFinland = places.some((place) => place.kind === "country");
  const parks = (view.index.tables.parks ?? []).filter(
    (park) =>
      park.kind === "park" &&
      (names.length === 0 ||
        isInFinland ||
        names.some(
          (forms) => forms.includes(park.region) || park.municipalities.some((name) => forms.includes(name)),
        )),
  );
  const where = places.map((place) => place[language]).join(", ");
  return listParks(parks, { language, reader, view, where });
}

/** Weight of the words that neither the attribute, nor a name, nor the way of asking explains. */
function leftoverWeight(question: Question, asked: readonly AskedAttribute[]): number {
  const used = new Set(asked.flatMap(({ words }) => words));
  const namePositions = question.matches.filter(
    (match) => match.concept.kind === "park" || match.concept.kind === "place",
  );
  const inName = (word: string) =>
    namePositions.some((match) => question.text.slice(match.start, match.end).toLowerCase().includes(word));
  return question.terms
    .filter((term) => !used.has(term.word) && !inName(term.word) && !GENERIC.test(term.word) && !term.isName)
    .reduce((sum, term) => sum + term.weight, 0);
}
