import type { StreamQuery } from "../query/stream-query.ts";
import { NUMBER_WORD, readNumberWord } from "./number-words.ts";
import type { UnreadText } from "./unread-text.ts";

const CODE_WORD =
  "(?:(?:european )?waste codes?|ewc(?:[ -]codes?)?|low[ -]codes?|jätekoodi\\p{L}*|jätenimike\\p{L}*|ewc-?koodi\\p{L}*|avfallskod\\p{L}*|ewc-?kod\\p{L}*|code|koodi\\p{L}*|kod(?:en|er)?|chapter|luku\\p{L}*|kapitel)";
const CODE = "(\\d{2}(?:[\\s.]?\\d{2}){0,2})\\*?";
const NAMED_CODE = new RegExp(
  `(?<!\\p{L})${CODE_WORD}(?:\\s+(?:starting|beginning|that starts?|alka\\p{L}*|joka alkaa|som börjar|börjar|börjande|group|ryhmä\\p{L}*|grupp\\p{L}*|is|on|är|numero\\p{L}*|number|with|med|på|in|:))*[\\s:]*${CODE}(?:-?\\p{L}+)?(?!\\d)`,
  "iu",
);
/** "03 03 10" needs no word before it; a bare "030310" neither. */
const BARE_CODE =
  /(?<![\d.,])(?:(\d{2}[\s.]\d{2}[\s.]\d{2})|(0\d{5}|1[0-9]\d{4}|20\d{4}))\*?(?!\d|[.,]\d|\s*(?:t|tonn|ton|kg|m3|mwh|gwh)(?!\p{L}))/iu;

/** Reads a waste code or its beginning into the query. */
export function readWasteCode(text: UnreadText, query: StreamQuery): void {
  const match = text.read(NAMED_CODE) ?? text.read(BARE_CODE);
  const digits = (match?.[1] ?? match?.[2] ?? "").replace(/\D/g, "");
  if (digits.length === 2 || digits.length === 4 || digits.length === 6) query.wasteCode = digits;
}

const YEAR = "((?:19[5-9]|20[0-4])\\d)";
const YEARS: [RegExp, (first: number, second: number) => StreamQuery["years"]][] = [
  [
    new RegExp(
      `(?:between|from|mellan|från|vuosi(?:en|lta|na)|years?|åren?)?\\s*(?<!\\d)${YEAR}\\s*(?:–|-|—|to|and|till|och|ja)\\s*${YEAR}(?!\\d)(?:\\s*(?:väli\\p{L}*))?`,
      "iu",
    ),
    (from, to) => ({ from, to }),
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:since|not older than|sedan|från och med)\\s+(?:the year |år )?${YEAR}(?!\\d)(?:\\s*(?:onwards?|och framåt))?`,
      "iu",
    ),
    (from) => ({ from }),
  ],
  [
    new RegExp(
      `(?<!\\d)${YEAR}\\s+(?:or later|or newer|onwards?|on(?!\\p{L})|alkaen|lähtien|tai uudem\\p{L}*|tai sen jälkeen|eller senare|eller nyare|och framåt)`,
      "iu",
    ),
    (from) => ({ from }),
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:after|newer than|later than|uudem\\p{L}* kuin(?: vuo\\p{L}+)?|efter|nyare än|senare än)\\s+(?:the year |år )?${YEAR}(?!\\d)`,
      "iu",
    ),
    (after) => ({ from: after + 1 }),
  ],
  [new RegExp(`(?:vuoden|v\\.)\\s+${YEAR}\\s+jälkeen`, "iu"), (after) => ({ from: after + 1 })],
  [
    new RegExp(
      `(?:(?:from|in|vuodelta|från|från år)\\s+)?(?<!\\d)${YEAR}\\s+(?:or (?:earlier|older|before)|tai (?:aiem\\p{L}*|vanhem\\p{L}*|aikaisem\\p{L}*|sitä ennen)|eller (?:tidigare|äldre|före))`,
      "iu",
    ),
    (to) => ({ to }),
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:before|older than|earlier than|prior to|ennen vuotta|ennen|vanhem\\p{L}* kuin(?: vuo\\p{L}+)?|före|äldre än|tidigare än)\\s+(?:the year |år )?${YEAR}(?!\\d)`,
      "iu",
    ),
    (before) => ({ to: before - 1 }),
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:(?:in|from|for|of|dated|as of|during)\\s+)?(?:(?:the )?years?|vuode\\p{L}+|vuon\\p{L}+|vuosi\\p{L}*|år(?:et)?|från|av)?\\s*(?<!\\d|\\d[\\s.,])${YEAR}(?!\\s?\\d|[.,]\\d)(?::\\p{L}+|-lu\\p{L}+)?(?!\\s*(?:t|tn|tonn\\p{L}*|ton|kg|kt|mwh|gwh|m3)(?!\\p{L}))`,
      "iu",
    ),
    (year) => ({ from: year, to: year }),
  ],
];

/** Reads the years of the figures into the query: one, a span, since or before one. */
export function readYears(text: UnreadText, query: StreamQuery): void {
  for (const [pattern, toYears] of YEARS) {
    const match = text.readFirst(pattern);
    if (match === undefined) continue;
    query.years = toYears(Number(match[1]), Number(match[2]));
    return;
  }
}

const COUNT = `(\\d{1,3}|${NUMBER_WORD})`;
const LARGEST =
  "largest|biggest|greatest|highest|suuri(?:n|mma[tns]?|mpia?|mmista|nta)|suurimm\\p{L}*|suurinta|isoi(?:n|mma[tn]|nta)|isoimm\\p{L}*|största?|störst";
const SMALLEST = "smallest|least|lowest|pienin|pienintä|pienimm\\p{L}*|minsta";
const NEWEST =
  "newest|latest|most recent|uusin|uusinta|uusimm\\p{L}*|tuorein|tuoreimm\\p{L}*|nyaste|senaste|färskaste";
const OLDEST = "oldest|vanhin|vanhinta|vanhimm\\p{L}*|äldsta?";
/** "The second largest" is another row than the largest, and no filter. */
const NO_ORDINAL =
  "(?<!(?:second|third|fourth|fifth|\\d(?:nd|rd|th)|next|toiseksi|kolmanneksi|neljänneksi|näst|tredje|fjärde)[\\s-])";
const TAIL =
  "(?:\\s+(?:one|ones|first|amount|quantity|size|by (?:amount|quantity|tonnage|size|volume)|ensin|ensiksi|määrältään|först|till mängden))*";
const ORDERS = (
  [
    ["largest", LARGEST],
    ["smallest", SMALLEST],
    ["newest", NEWEST],
    ["oldest", OLDEST],
  ] as const
).map(([sort, words]) => ({
  sort,
  pattern: new RegExp(
    `${NO_ORDINAL}(?<!\\p{L})(?:(?:the |de |den )?${COUNT}\\s+)?(?:the |de |den |det )?(${words})(?:\\s+${COUNT}(?!\\p{L}))?(${TAIL})(?!\\p{L})`,
    "iu",
  ),
}));
const BY_SIZE =
  /(?<!\p{L})(?:(?:sort(?:ed)?|order(?:ed)?|rank(?:ed)?|arranged?|järjest\p{L}*|lajittel\p{L}*|sorter\p{L}*|ordn\p{L}*|rangord\p{L}*)\s+)?(?:by (?:amount|quantity|size|tonnage|volume)|in (?:order of|descending order of) (?:size|amount|quantity)|suuruusjärjestyks\p{L}*|määrän mukaan(?: järjestet\p{L}*)?|koon mukaan|efter (?:mängd|storlek)|i storleksordning)(?!\p{L})/iu;
const BY_NAME =
  /(?<!\p{L})(?:alphabetical(?:ly)?|in alphabetical order|by name|aakkosjärjestyks\p{L}*|nimen mukaan|i bokstavsordning|alfabetisk\p{L}*)(?!\p{L})/iu;
const TOP = new RegExp(`(?<!\\p{L})(?:the )?top[\\s-]?${COUNT}(?!\\p{L})`, "iu");
/** The one at the head: "the largest side stream", "suurin sivuvirta", "den största sidoströmmen". */
const SINGULAR =
  /^(?:largest|biggest|greatest|smallest|newest|oldest|suurin|isoin|pienin|uusin|vanhin|suurinta|isointa|pienintä|största|störst|minsta|nyaste|äldsta)$/iu;

/** Reads "the three largest", "largest first", "top 5" and the like into the query. */
export function readRanking(text: UnreadText, query: StreamQuery): void {
  const top = text.read(TOP);
  if (top !== undefined) {
    query.sort = "largest";
    query.limit = readCount(top[1] ?? "");
  }
  for (const { sort, pattern } of ORDERS) {
    const match = text.read(pattern);
    if (match === undefined) continue;
    query.sort = sort;
    const [, before, word = "", after, tail = ""] = match;
    const count = readCount(before ?? after ?? "");
    if (count !== undefined) query.limit = count;
    else if (query.limit === undefined && isOne(text.original, { match, word, tail })) query.limit = 1;
  }
  if (text.read(BY_SIZE) !== undefined) query.sort ??= "largest";
  if (text.read(BY_NAME) !== undefined) query.sort ??= "name";
}

/** "The largest" alone or before a singular is one; "largest first" and "largest streams" are an order. */
function isOne(original: string, found: { match: RegExpExecArray; word: string; tail: string }): boolean {
  const { match, word, tail } = found;
  if (!SINGULAR.test(word) || /first|ensin|först|ensiksi/i.test(tail)) return false;
  const before = original.slice(0, match.index);
  const isPluralVerb = /(?<!\p{L})(?:what|which) (?:are|were)(?: the)?\s*$/iu.test(before);
  if (isPluralVerb || /^\s*de\s/iu.test(match[0])) return false;
  const [, noun = ""] = NOUN.exec(original.slice(match.index + match[0].length)) ?? [];
  return !PLURAL.test(noun);
}

/** The noun that follows: the last word before one that belongs to no name. */
const NOUN =
  /^\s+((?:(?!(?:in|of|at|from|by|for|with|that|which|over|under|is|are|do|does|we|you|there|i|på|av|från|hos|som|över|vid|finns)(?![\p{L}-]))[\p{L}-]+\s*){1,4})/iu;
const PLURAL =
  /(?:(?<!s|\bga|bioga)s|streams|ones|virrat|virtoja|tuotteet|tuotteita|jätteet|rader(?:na)?|strömmar(?:na)?|produkter(?:na)?|askor(?:na)?|slagger(?:na)?|gaser(?:na)?)\s*$/iu;

function readCount(text: string): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : readNumberWord(text);
  return value !== undefined && value >= 1 && Number.isInteger(value) ? value : undefined;
}
