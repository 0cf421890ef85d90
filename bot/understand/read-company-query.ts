import { isFunctionWord, stemWord } from "../../indexer/index.ts";
import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { CompanyHold, CompanyQuery, CompanyRole } from "../query/company-query.ts";
import { classTermsOf } from "./branch-classes.ts";
import {
  BUSINESS_WORDS,
  COMPANY_GENERIC,
  COMPANY_NOUN,
  COUNT_WORDS,
  PER_PARK,
  ROLE_NOUNS,
  ROLE_WORDS,
  STATUS_WORDS,
} from "./company-words.ts";
import type { Question } from "./question.ts";
import { isUnread, type TopicSpan, topicSpans } from "./topic-spans.ts";
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

/** A verb or noun with the place where it stands. */
interface RoleMention {
  role: CompanyRole;
  start: number;
}

/** A thing that is asked about, before its role is known. */
interface Topic {
  ids: readonly string[];
  start: number;
  isHeaded: boolean;
}

interface ReadInto extends ReadContext {
  text: UnreadText;
  query: CompanyQuery;
  topics: Topic[];
  roles: readonly RoleMention[];
}

/** Reads a question as one to the table of companies; see {@link readStreamQuery} for the method. */
export function readCompanyQuery(question: Question, context: ReadContext): ReadCompanyQuery {
  const text = new UnreadText(question.text);
  const query: CompanyQuery = {};
  const spans = topicSpans(question);
  const topics: Topic[] = [];
  const long = spans.filter(({ wordCount }) => wordCount > 1);
  readSpans(long.filter(isSpecial), { text, query, topics, roles: [], ...context });
  readConditions(text, query);
  const roles = readRoles(text);
  const into: ReadInto = { text, query, topics, roles, ...context };
  readSpans(long.filter(isTrade), into);
  const namesCompanies =
    COMPANY_NOUN.test(question.text) || ROLE_NOUNS.some(([noun]) => noun.test(question.text));
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
  const holds = toHolds(topics, { roles, hasBusiness, isBoth: !JOINS.test(question.text), ...context });
  if (holds.length > 0) query.holds = holds;
  const left = text.leftWords(question.language).filter((word) => !COMPANY_GENERIC.test(word));
  const namesPlants = topics.some(({ ids }) => ids.some((id) => isPlant(id, context.view)));
  const hasLooseRole = roles.length > 0 && topics.length === 0;
  return { query, namesCompanies, namesPlants, hasLooseRole, left, unread: text.rest };
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
    const places = span.places.filter((id) => id !== "finland");
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
  const isTelling = id.startsWith("trade:") || span.isHeaded || roles.length > 0;
  return isTelling && view.companies.holds({ role: "any", terms: [id] }, reader);
}

function readConditions(text: UnreadText, query: CompanyQuery): void {
  for (const [pattern, statuses] of STATUS_WORDS) {
    if (text.read(pattern) !== undefined) query.statuses = joined(query.statuses, statuses);
  }
  if (text.read(COUNT_WORDS) !== undefined) query.measure = "count";
  if (text.read(PER_PARK) !== undefined) query.groupBy = "park";
}

function readRoles(text: UnreadText): RoleMention[] {
  const found: RoleMention[] = [];
  for (const [pattern, role] of [...ROLE_WORDS, ...ROLE_NOUNS]) {
    for (let match = pattern.exec(text.rest); match !== null; match = pattern.exec(text.rest)) {
      found.push({ role, start: match.index });
      text.take([match.index, match.index + match[0].length]);
    }
  }
  const isByProduct = found.some(({ role }) => role === "gives");
  // "Produce ash as a by-product" asks for a by-product.
  return found
    .map((mention) =>
      isByProduct && mention.role === "makes" ? { ...mention, role: "gives" as const } : mention,
    )
    .sort((a, b) => a.start - b.start);
}

/** Words that no vocabulary knows, after a verb: they are looked for as they stand ("sawn timber"). */
function readPhrases(
  text: UnreadText,
  context: ReadContext & { question: Question; roles: readonly RoleMention[]; topics: Topic[] },
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

/** The verb before a thing tells its role; in "tuhkaa käyttävät yritykset" the one behind it. */
function roleAt(start: number, roles: readonly RoleMention[]): CompanyRole | undefined {
  return (roles.findLast((mention) => mention.start < start) ?? roles[0])?.role;
}

function toHolds(
  topics: readonly Topic[],
  context: ReadContext & { roles: readonly RoleMention[]; hasBusiness: boolean; isBoth: boolean },
): CompanyHold[] {
  const { view, reader, roles, hasBusiness, isBoth } = context;
  const holds = topics.map(({ ids, start, isHeaded }): CompanyHold => {
    const role = hasBusiness || isHeaded ? undefined : roleAt(start, roles);
    if (role !== undefined) return { role, terms: [...ids] };
    const classes = [...new Set(ids.flatMap((id) => classTermsOf(id) ?? []))];
    const terms = classes.length > 0 ? classes : [...ids];
    const isBusiness = hasBusiness || isHeaded || view.companies.holds({ role: "industry", terms }, reader);
    return { role: isBusiness ? "industry" : "any", terms: isBusiness ? terms : [...ids] };
  });
  if (isBoth) return holds;
  return [...Map.groupBy(holds, ({ role }) => role)].map(([role, same]) => ({
    role,
    terms: [...new Set(same.flatMap(({ terms }) => terms))],
  }));
}

function isPlant(id: string, view: KnowledgeView): boolean {
  return view.industries.has(id);
}

function joined<Value>(values: readonly Value[] | undefined, more: readonly Value[]): Value[] {
  return [...new Set([...(values ?? []), ...more])];
}
