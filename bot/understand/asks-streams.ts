import { asksForecast, namesYearToCome } from "./asks-future.ts";
import { ASKS_USES } from "./partner-words.ts";
import type { Question } from "./question.ts";
import type { ReadStreamQuery } from "./read-stream-query.ts";

/** Words that ask for rows of the table rather than for a text about them. */
const ASKS_ROWS =
  /(?<!\p{L})(?:which|what|list|show|give|find|search|any|where|who (?:produces?|generates?|makes|has)|is there|are there|do (?:you|they|we) have|mitkä|mikä|mitä|millaisia|minkälaisia|missä|mistä|onko|kenellä|kuka tuottaa|ketkä tuottavat|listaa|luettele|näytä|hae|etsi|löytyykö|kerro|vilka|vilken|vilket|vad|var|finns|lista|visa|räkna upp|sök|hitta|vem producerar|vem har|vilka producerar)(?!\p{L})/iu;

/** "What is jarosite?" asks for a meaning, "what is the largest stream" for a row. */
const DEFINES =
  /^\W*(?:what(?:'s| is| are| does)|mikä on|mitä (?:on|ovat|tarkoittaa|tarkoitetaan)|mitä \p{L}+ (?:on|ovat|tarkoittaa)|mikä \p{L}+ on|vad är|vad betyder|vad menas)(?!\p{L})/iu;

/**
 * Words that change what is asked in a way the table cannot answer: denials, uses, receivers, contents, prices. They
 * are looked for among what no filter has read.
 */
const BLOCKS =
  /(?<!\p{L})(?:no|none|never|nor|not|n't|don't|doesn't|isn't|aren't|without|except|excluding|excludes?|besides|other than|apart from|neither|why|how do(?:es)?|how can|how (?:is|are|was|were)|when|contain\p{L}*|consist\p{L}*|includ\p{L}*|us(?:e|es|ed|ing|able)|utili[sz]\p{L}*|tak(?:e|es|en|ing)|receiv\p{L}*|accept\p{L}*|need\p{L}*|want\p{L}*|buy\p{L}*|happen\p{L}*|mean\p{L}*|made of|made from|turn\p{L}*|becom\p{L}*|go(?:es)?|put|keep|price\p{L}*|cost\p{L}*|worth|value|best|better|worst|should|could|can we|we|our|my|ei|emme|eivät|eikö|ilman|paitsi|lukuun|muut|muita|miksi|miten|milloin|sisältä\p{L}*|käyttä\p{L}*|käyte\p{L}*|käytö\p{L}*|hyödyn\p{L}*|hyöty\p{L}*|otta\p{L}*|otetaan|vastaanot\p{L}*|tarvit\p{L}*|tarvits\p{L}*|osta\p{L}*|tapahtu\p{L}*|tarkoitta\p{L}*|hint\p{L}*|hinna\p{L}*|maksa\p{L}*|paras|parhai\p{L}*|meillä|meidän|minulla|pitäisi|voiko|voisi\p{L}*|inte|ingen|inget|inga|ej|aldrig|utan|utom|förutom|varför|hur (?:gör|kan|är|blir|används)|när|innehåll\p{L}*|använd\p{L}*|utnyttj\p{L}*|tar|tas|ta emot|behöv\p{L}*|köp\p{L}*|händer|betyder|pris\p{L}*|kosta\p{L}*|värd\p{L}*|bäst\p{L}*|vår|våra|vårt|jag|kan vi|borde|mest|most|eniten|vähiten|change\p{L}*|muuttu\p{L}*|ändr\p{L}*|compare\p{L}*|vertaa\p{L}*|jämför\p{L}*|than|kuin|än)(?!\p{L})/iu;

/**
 * Decides whether a question is one to the side-stream table, and understood to the last word.
 *
 * A question with any word that no filter explains is not: rows that meet half a question are wrong rows.
 */
export function asksStreams(question: Question, read: ReadStreamQuery): boolean {
  const { query, namesStreams, left, unread } = read;
  // Who names a row by its id wants that row, whatever else is said.
  if (query.ids !== undefined && !changesMeaning(unread)) return true;
  if (left.length > 0 || changesMeaning(unread)) return false;
  if (ASKS_LEGAL_STATUS.test(question.text) || ASKS_USES.test(question.text)) return false;
  if (question.answerType === "reason" || asksForecast(question.text) || namesYearToCome(question.text))
    return false;
  const { materials, categories, sort, limit, groupBy, measure, isBothStuffs, ...conditions } = query;
  const hasStuff = materials !== undefined || categories !== undefined;
  const hasShape =
    sort !== undefined || groupBy !== undefined || measure !== undefined || limit !== undefined;
  const hasCondition = Object.keys(conditions).length > 0;
  const names = namesStreams || hasStuff;
  // A figure with a unit, a waste code or a hazard can only be a column of the table.
  const isTabular =
    TABULAR.some((key) => query[key] !== undefined) || (groupBy !== undefined && measure !== undefined);
  if (isTabular && (names || hasCondition)) return true;
  if (DEFINES.test(question.text) && !hasShape && !(hasCondition && names)) return false;
  // A place alone ("where is Kokkola?") asks nothing of the table, nor does "how much is there?".
  if (hasStuff) return hasCondition || hasShape || namesStreams || ASKS_ROWS.test(question.text);
  const isNamed = namesStreams || (ARISES.test(question.text) && ASKS_WHAT.test(question.text));
  return isNamed && (hasCondition || hasShape || LISTS_ALL.test(question.text));
}

/** "Is it waste or a by-product?" is a question of law. */
export const ASKS_LEGAL_STATUS =
  /(?<!\p{L})(?:waste (?:or|and not) (?:an? |is it )?by-?products?|by-?products? or (?:a |is it )?wastes?|jät(?:e|että) vai (?:onko (?:se )?)?sivutuot\p{L}*|sivutuot\p{L}* vai (?:onko (?:se )?)?jät(?:e|että)|avfall eller (?:en )?biprodukt\p{L}*|biprodukt\p{L}* eller avfall)(?!\p{L})/iu;

/** "Mitä SSAB:ltä syntyy?" means side streams, though it does not name them. */
const ARISES =
  /(?<!\p{L})(?:aris(?:es?|ing)|generat\p{L}+|left over|recorded|listed|synty\p{L}*|muodostu\p{L}*|kerty\p{L}*|jää|jäävät|kirjattu\p{L}*|uppst\p{L}+|uppkom\p{L}*|bildas|blir över|registrera\p{L}*)(?!\p{L})/iu;
const ASKS_WHAT = /(?<!\p{L})(?:what|which|mitä|mitkä|vad|vilka)(?!\p{L})/iu;

/** Filters that nothing but the side-stream table has. */
const TABULAR = [
  "quantity",
  "wasteCode",
  "hasWasteCode",
  "hasQuantity",
  "hazardous",
  "statuses",
  "notStatuses",
  "dimensions",
  "forms",
] as const;

/**
 * Tells whether what is left of a question changes what is asked ("not", "contain", "use").
 *
 * @param unread The question with blanks where it has been read.
 */
export function changesMeaning(unread: string): boolean {
  return BLOCKS.test(unread);
}

/** "List all side streams" asks for the whole table. */
const LISTS_ALL =
  /(?<!\p{L})(?:all|list|show|kaikki|kaikista|listaa|luettele|näytä|alla|lista|visa|samtliga)(?!\p{L})/iu;
