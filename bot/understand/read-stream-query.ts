import type { ConceptMatch } from "../../indexer/index.ts";
import { STREAM_CATEGORIES } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import type { Question } from "./question.ts";
import { readRanking, readWasteCode, readYears } from "./read-conditions.ts";
import { readPlainBound, readQuantity } from "./read-quantity.ts";
import { MEASURE_WORDS, STREAM_WORDS } from "./stream-words.ts";
import { UnreadText } from "./unread-text.ts";

/** A question as far as it is one to the side-stream table. */
export interface ReadStreamQuery {
  query: StreamQuery;
  /** Whether side streams, by-products or waste are spoken of. */
  namesStreams: boolean;
  /** Content words that no filter explains; a question with any is not understood. */
  left: readonly string[];
  /** The question with blanks where it has been read. */
  unread: string;
}

/** "Side streams" in any words, alone or as the last part of a compound. */
const STREAM_NOUN =
  /(?<!\p{L})\p{L}*?(?:side ?-?streams?|by-?products?|waste ?-?streams?|waste flows?|streams?|flows?|wastes?|residues?|residuals?|leftovers?|sivuvir\p{L}*|sivutuot\p{L}*|sivujae\p{L}*|jätevir\p{L}*|jäännö\p{L}*|tähte\p{L}*|(?:materiaali)?virra\p{L}*|(?:materiaali)?virt\p{L}*|jät\p{L}*|sidoström\p{L}*|biprodukt\p{L}*|restprodukt\p{L}*|restström\p{L}*|avfallsström\p{L}*|avfall\p{L}*|ström\p{L}*)(?!\p{L})/iu;

/** The same as words of their own: "virroista" is no inflected Estonia ("Viro"). */
const PLAIN_NOUN =
  /(?<!\p{L})(?:side ?-?streams?|by-?products?|waste ?-?streams?|material flows?|yearly flows?|streams?|flows?|sivuvir[rt]\p{L}*|sivutuot\p{L}*|(?:vuosi)?virta(?!an)\p{L}*|(?:vuosi)?virra\p{L}*|(?:vuosi)?virro\p{L}*|(?:vuosi)?virtoj\p{L}*|sidoström\p{L}*|biprodukt\p{L}*|strömm?a\p{L}*|(?:års)?flöde\p{L}*|årliga flöde\p{L}*|rows?|rader(?:na)?|rivi(?:t|ä|en|llä|stä)|rive\p{L}*|entries|uppgifter(?:na)?|tiedot|tieto(?:ja)?|data)(?!\p{L})/iu;

/** Words of such questions that narrow nothing. */
const GENERIC =
  /^(?:table|tables|row|rows|list|lists|data|record|records|entr(?:y|ies)|industrial|industry|material|materials|kind|kinds|type|types|sort|sorts|amount|amounts|quantit\p{L}*|size|sizes|tonn?e?s?|ton|year|years|yearly|annual|annually|aris\p{L}*|generat\p{L}*|produc\p{L}*|occur\p{L}*|come|comes|area|areas|region|park|parks|place|places|biggest|together|yield\p{L}*|flow|exist\p{L}*|falls?|form|forms|known|given|stated|listed|recorded|only|also|present|taulukko\p{L}*|taulukossa|taulukon|rivi\p{L}*|lista\p{L}*|luettelo\p{L}*|teolli\p{L}*|teollisuu\p{L}*|materiaal\p{L}*|laji\p{L}*|tyyppi\p{L}*|määr\p{L}*|koko|kokoi\p{L}*|tonni\p{L}*|vuosi\p{L}*|vuode\p{L}*|vuosittai\p{L}*|vuot\p{L}*|synt\p{L}*|muodostu\p{L}*|tuotta\p{L}*|tuote\p{L}*|tule\p{L}*|kerty\p{L}*|alue\p{L}*|seudu\p{L}*|seutu\p{L}*|puisto\p{L}*|paik\p{L}*|löyty\p{L}*|löydy\p{L}*|ole\p{L}*|olemassa|näytä|näyttäkää|ilmoite\p{L}*|kirjattu\p{L}*|tiedossa|tabell\p{L}*|rad|rader|lista|listan|industriell\p{L}*|industri\p{L}*|material\p{L}*|slag|sorter?|typ|typer|mängd\p{L}*|storlek\p{L}*|ton|år|årlig\p{L}*|årets|uppst\p{L}*|uppkom\p{L}*|bildas|genere\p{L}*|produce\p{L}*|finns|fås|område\p{L}*|trakt\p{L}*|park\p{L}*|plats\p{L}*|visa|kända?|angiv\p{L}*|fram|display|shown|currently|parhaillaan|för|närvarande|finland|suome\p{L}*|enda|ainoa\p{L}*|single|actual\p{L}*|db|database|tietokan\p{L}*|databas\p{L}*|laske\p{L}*|ryhmit\p{L}*|group(?:ed)?|count|calculate|räkna\p{L}*|gruppera\p{L}*|tonneina|physical|everything|kaikkea|allt|there|altogether|origin\p{L}*|onks|jää|jäävät|jäljelle|big|large|country|whole|nationwide|maa|maassa|maan|koko|landet|hela|jakee\p{L}*|jae|fraktion\p{L}*|ge|mig|ite|noin|nån|paljonks|mulle|tack|kiitos|please|thanks)$/iu;

/**
 * Reads a question as one to the side-stream table: its filters, order and measure.
 *
 * Everything is read that can be; whether the question is one to the table at all is for the caller, who sees by
 * `left` which words no filter explains.
 */
export function readStreamQuery(question: Question, view: KnowledgeView): ReadStreamQuery {
  const text = new UnreadText(question.text);
  const query: StreamQuery = {};
  const ids = question.text.match(/(?<![\p{L}\d])SS\d{3,}(?!\d)/gu);
  if (ids !== null) {
    query.ids = [...new Set(ids)];
    text.read(/(?<![\p{L}\d])SS\d{3,}(?!\d)/u);
  }
  readWasteCode(text, query);
  const quantity = readQuantity(text.rest) ?? readPlainBound(text.rest);
  if (quantity !== undefined) {
    query.quantity = quantity.range;
    for (const span of quantity.spans) text.take(span);
  }
  readYears(text, query);
  const names = namesOf(question, view);
  // "Solid carbon" is a material and no solid form: names of several words come first.
  readNames(text, {
    query,
    names: names.filter(({ wordCount }) => wordCount > 1),
    view,
    parts: question.matches,
  });
  readRanking(text, query);
  for (const [pattern, filters] of STREAM_WORDS) {
    if (text.read(pattern) !== undefined) Object.assign(query, { ...filters, ...query });
  }
  for (const [pattern, measure] of MEASURE_WORDS) {
    const match = text.read(pattern);
    if (match !== undefined) query.measure ??= measure;
  }
  const namesStreams = STREAM_NOUN.test(question.text) || PLAIN_NOUN.test(question.text);
  text.read(PLAIN_NOUN);
  readNames(text, {
    query,
    names: names.filter(({ wordCount }) => wordCount === 1),
    view,
    parts: question.matches,
  });
  readProducers(text, { query, view });
  if (query.materials !== undefined && query.categories !== undefined)
    query.isBothStuffs = !JOINS.test(question.text);
  text.read(STREAM_NOUN);
  const left = text.leftWords(question.language).filter((word) => !GENERIC.test(word));
  return { query, namesStreams, left, unread: text.rest };
}

/** "Ash and slag" are either, "zinc slag" is both. */
const JOINS = /(?:,|\/|(?<!\p{L})(?:and|or|as well as|ja|sekä|tai|och|eller|samt)(?!\p{L}))/iu;

type StreamCategory = (typeof STREAM_CATEGORIES)[number];
type Name = ConceptMatch & { word: string };

/** Names of materials, places and parks in the question, longest first; parts only of compounds with "stream". */
function namesOf(question: Question, view: KnowledgeView): Name[] {
  const found = question.matches.flatMap((match): Name[] => {
    if (match.concept.kind === "word") return [];
    const word = question.text.slice(match.start, match.end);
    if (match.share === 1) return [{ ...match, word }];
    const isHeaded = match.wordCount === 1 && STREAM_NOUN.test(word);
    return isHeaded && isMaterial(match.concept.id, view) ? [{ ...match, word }] : [];
  });
  return found.sort((a, b) => b.end - b.start - (a.end - a.start));
}

const CATEGORIES: ReadonlySet<string> = new Set(STREAM_CATEGORIES);
/** Concepts that say no more than that something is a stream. */
const STREAM_CONCEPTS = new Set(
  ["side-stream", "by-product", "waste", "industrial-symbiosis", "material-flow", "raw-material"].map(
    (id) => `trade:${id}`,
  ),
);

function isMaterial(id: string, view: KnowledgeView): boolean {
  return !STREAM_CONCEPTS.has(id) && view.materials.has(id);
}

function readNames(
  text: UnreadText,
  context: {
    query: StreamQuery;
    names: readonly Name[];
    view: KnowledgeView;
    /** All matches of the question, parts of longer ones too. */
    parts: readonly ConceptMatch[];
  },
): void {
  const { query, names, view } = context;
  for (const span of new Set(names.map(({ start, end }) => `${start}-${end}`))) {
    const here = names.filter(({ start, end }) => `${start}-${end}` === span);
    const [first] = here;
    if (first === undefined || text.rest.slice(first.start, first.end).trim() === "") continue;
    if (!text.rest.slice(first.start, first.end).includes(text.original.slice(first.start, first.end)))
      continue;
    const category = categoryOfWaste(first, context);
    if (category !== undefined) query.categories = joined(query.categories, category);
    const isRead =
      category !== undefined || here.map((name) => readName(name, { query, view })).some(Boolean);
    if (isRead) text.take([first.start, first.end]);
  }
}

/** "Wood waste" and "muovijäte" are whatever the category holds, and not the special waste that bears the name too. */
function categoryOfWaste(
  name: Name,
  context: { names: readonly Name[]; view: KnowledgeView; parts: readonly ConceptMatch[] },
): StreamCategory | undefined {
  if (!STREAM_END.test(name.word)) return undefined;
  const inside = context.parts.filter(
    ({ start, end, share, concept }) =>
      share < 1 && start >= name.start && end <= name.end && concept.id !== name.concept.id,
  );
  return STREAM_CATEGORIES.find((category) =>
    inside.some(({ concept }) => concept.id === `trade:${category}`),
  );
}

const STREAM_END = /(?:waste|wastes|residues?|jät\p{L}*|jätte\p{L}*|avfall\p{L}*|rester(?:na)?)$/iu;

/** @returns Whether the name means something to the table. */
function readName(name: Name, context: { query: StreamQuery; view: KnowledgeView }): boolean {
  const { query, view } = context;
  const { id, kind } = name.concept;
  const bare = id.slice(id.indexOf(":") + 1);
  if (kind === "park") query.parks = joined(query.parks, bare);
  else if (kind === "place") {
    // Outokumpu is a town and, far oftener here, a company.
    const producer = view.streams.hasPlace(bare) ? undefined : view.findProducer(name.word);
    if (producer !== undefined) query.producers = joined(query.producers, producer);
    else if (bare !== "finland") query.places = joined(query.places, bare);
  } else if (!isMaterial(id, view)) return STREAM_CONCEPTS.has(id);
  // Every row of the heat category is heat that is left over.
  else if (bare === "waste-heat") query.categories = joined(query.categories, "heat");
  else if (CATEGORIES.has(bare)) query.categories = joined(query.categories, bare as never);
  else query.materials = joined(query.materials, id);
  return true;
}

/** Words of producers' names; words in a row are one name ("Metsä Fibre"), where a producer bears it. */
function readProducers(text: UnreadText, context: { query: StreamQuery; view: KnowledgeView }): void {
  const { query, view } = context;
  for (const match of [
    ...text.rest.matchAll(/(?<!\p{L})\p{Lu}[\p{L}&]+(?:['’]s)?(?: \p{Lu}[\p{L}&]+(?:['’]s)?)*/gu),
  ]) {
    const words = match[0].replace(/['’]s(?!p{L})/g, "");
    const phrase = view.findProducer(words);
    const found = phrase === undefined ? words.split(" ").map((word) => view.findProducer(word)) : [phrase];
    if (found.some((name) => name === undefined)) continue;
    for (const name of found) if (name !== undefined) query.producers = joined(query.producers, name);
    text.take([match.index, match.index + match[0].length]);
  }
}

function joined<Value>(values: readonly Value[] | undefined, value: Value): Value[] {
  return [...new Set([...(values ?? []), value])];
}
