import { isFunctionWord, stemWord } from "../../indexer/index.ts";
import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { CompanyQuery } from "../query/company-query.ts";
import { classTermsOf } from "./branch-classes.ts";
import {
  BUSINESS_WORDS,
  COMPANY_GENERIC,
  COMPANY_NOUN,
  COUNT_WORDS,
  PER_PARK,
  ROLE_NOUNS,
  STATUS_WORDS,
} from "./company-words.ts";
import { PARK_NOUN } from "./park-words.ts";
import type { Question } from "./question.ts";
import { type RoleMention, readCompanyRoles, roleAt } from "./read-company-roles.ts";
import { COURTESY } from "./stream-request-words.ts";
import { type CompanyTopic, toCompanyHolds } from "./to-company-holds.ts";
import { EVERYWHERE, isUnread, type TopicSpan, topicSpans } from "./topic-spans.ts";
import { UnreadText } from "./unread-text.ts";

/** A question as far as it is one to the table of companies. */
export interface ReadCompanyQuery {
  query: CompanyQuery;
  /** Whether companies are spoken of. */
  namesCompanies: boolean;
  /** Whether a kind of plant is named ("sågverk"), which stands for the companies that run one. */
  namesPlants: boolean;
  /** Whether a verb is left without its thing ("side streams per company"). */
  hasLooseRole: boolean;
  /** Content words that no filter explains; a question with any is not understood. */
  left: readonly string[];
  /** The question with blanks where it has been read. */
  unread: string;
}

interface ReadContext {
  view: KnowledgeView;
  reader: Reader;
}

interface ReadInto extends ReadContext {
  text: UnreadText;
  query: CompanyQuery;
  topics: CompanyTopic[];
  roles: readonly RoleMention[];
}

/** Reads a question as one to the table of companies; see {@link readStreamQuery} for the method. */
export function readCompanyQuery(question: Question, context: ReadContext): ReadCompanyQuery {
  const text = new UnreadText(question.text);
  text.read(COURTESY);
  const query: CompanyQuery = {};
  const spans = topicSpans(question);
  const topics: CompanyTopic[] = [];
  const long = spans.filter(({ wordCount }) => wordCount > 1);
  readSpans(long.filter(isSpecial), { text, query, topics, roles: [], ...context });
  readConditions(text, query);
  const roles = readCompanyRoles(text);
  const into: ReadInto = { text, query, topics, roles, ...context };
  readSpans(long.filter(isTrade), into);
  const namesCompanies = asksForCompanies(question.text);
  // A compound such as "biokaasuyritykset" is read by its first part.
  readSpans(
    spans.filter(({ isHeaded }) => isHeaded),
    into,
  );
  text.read(COMPANY_NOUN);
  const hasBusiness = text.read(BUSINESS_WORDS) !== undefined;
  readSpans(
    spans.filter(({ wordCount, isHeaded }) => wordCount === 1 && !isHeaded),
    into,
  );
  readPhrases(text, { question, roles, topics, ...context });
  const holds = toCompanyHolds(topics, {
    roles,
    hasBusiness,
    isBoth: !JOINS.test(question.text),
    ...context,
  });
  if (holds.length > 0) query.holds = holds;
  const left = text.leftWords(question.language).filter((word) => !COMPANY_GENERIC.test(word));
  const namesPlants = topics.some(({ ids }) => ids.some((id) => isPlant(id, context.view)));
  const hasLooseRole = roles.length > 0 && topics.length === 0;
  return { query, namesCompanies, namesPlants, hasLooseRole, left, unread: text.rest };
}

/** "Which parks have land for companies?" asks for parks. */
function asksForCompanies(text: string): boolean {
  const nouns = [COMPANY_NOUN, ...ROLE_NOUNS.map(([noun]) => noun)];
  const places = nouns.map((noun) => text.search(noun)).filter((at) => at >= 0);
  const park = text.search(PARK_NOUN);
  return places.some((at) => park < 0 || at < park);
}

/** "Ash and slag" are either. */
const JOINS = /(?:,|\/|(?<!\p{L})(?:and|or|as well as|ja|sekä|tai|och|eller|samt)(?!\p{L}))/iu;

/** Names and materials of several words come before the verbs: "waste treatment" treats nothing here. */
function isSpecial({ topics, parks, places }: TopicSpan): boolean {
  return parks.length + places.length > 0 || topics.some((id) => id.startsWith("trade:"));
}

/** General words of several words count only as lines of business ("energy companies"). */
function isTrade({ topics }: TopicSpan): boolean {
  return topics.some(
    (id) => classTermsOf(id) !== undefined || /-(?:company|industry|utility|mill)$/.test(id),
  );
}

/** Concepts that say no more than that there are companies, parks or streams. */
const NO_TOPIC =
  /^(?:trade:(?:side-stream|by-product|industrial-park|eco-industrial-park|industrial-symbiosis|circular-economy|partner|raw-material)|word:(?:company|producer|industry|industry-sector|sector|park|table|product|operate|municipality|area|region|site|place|take|use|make|produce|list|find|list|one|two|three|work|activity|business|raw-material))$/;

function readSpans(spans: readonly TopicSpan[], into: ReadInto): void {
  const { text, query, topics } = into;
  for (const span of spans) {
    if (!isUnread(span, text)) continue;
    const places = span.places.filter((id) => id !== EVERYWHERE);
    if (span.parks.length > 0) query.parks = joined(query.parks, span.parks);
    if (places.length > 0) query.places = joined(query.places, places);
    const ids = span.topics.filter((id) => isKnown(id, { span, ...into }));
    const isName = span.parks.length + span.places.length > 0;
    const isGeneric = COMPANY_GENERIC.test(text.original.slice(span.start, span.end));
    if (isGeneric || (ids.length === 0 && !isName)) continue;
    if (ids.length > 0) topics.push({ ids, start: span.start, isHeaded: span.isHeaded });
    text.take([span.start, span.end]);
  }
}

/** Whether the table can tell of a concept: that nobody has a material is an answer, that nobody has a permit is none. */
function isKnown(id: string, context: ReadInto & { span: TopicSpan }): boolean {
  const { view, reader, roles, span } = context;
  if (NO_TOPIC.test(id)) return false;
  if (view.materials.has(id) || classTermsOf(id) !== undefined) return true;
  // Programmes and laws ("FISS", "REACH") are no line of business.
  if (/^\p{Lu}/u.test(view.conceptLabel(id, "en"))) return false;
  // "Production companies" and "member companies" are all of them, or few: no row tells.
  const isTelling = id.startsWith("trade:") || (roles.length > 0 && !span.isHeaded);
  return isTelling && view.companies.holds({ role: "any", terms: [id] }, reader);
}

function readConditions(text: UnreadText, query: CompanyQuery): void {
  for (const [pattern, statuses] of STATUS_WORDS) {
    if (text.read(pattern) !== undefined) query.statuses = joined(query.statuses, statuses);
  }
  if (text.read(COUNT_WORDS) !== undefined) query.measure = "count";
  if (text.read(PER_PARK) !== undefined) query.groupBy = "park";
}

/** Words that no vocabulary knows, after a verb: they are looked for as they stand ("sawn timber"). */
function readPhrases(
  text: UnreadText,
  context: ReadContext & { question: Question; roles: readonly RoleMention[]; topics: CompanyTopic[] },
): void {
  const { question, roles, topics, view, reader } = context;
  const { language } = question;
  if (roles.length === 0) return;
  for (const match of text.rest.matchAll(/\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)*/gu)) {
    const words = match[0]
      .toLowerCase()
      .split(" ")
      .filter((word) => !isFunctionWord(word, language));
    // A name is nobody's product: "SSAB's side streams".
    if (/\p{Lu}/u.test(match[0]) || words.length === 0 || words.some((word) => COMPANY_GENERIC.test(word)))
      continue;
    const stems = words.map((word) => stemWord(word, language));
    const term = `stem:${language}:${stems.join("+")}`;
    const role = roleAt(match.index, roles) ?? "any";
    if (!view.companies.holds({ role, terms: [term] }, reader)) continue;
    topics.push({ ids: [term], start: match.index, isHeaded: false });
    text.take([match.index, match.index + match[0].length]);
  }
}

function isPlant(id: string, view: KnowledgeView): boolean {
  return view.industries.has(id);
}

function joined<Value>(values: readonly Value[] | undefined, more: readonly Value[]): Value[] {
  return [...new Set([...(values ?? []), ...more])];
}
