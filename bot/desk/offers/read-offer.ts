import type { ConceptMatch } from "../../../indexer/index.ts";
import { findCategory } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { STREAM_CATEGORIES } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { PERIODS } from "../../understand/amount-words.ts";
import { readAmount } from "../../understand/read-amount.ts";
import { readWasteCode } from "../../understand/read-conditions.ts";
import { UnreadText } from "../../understand/unread-text.ts";
import type { OfferKind, OfferValues } from "./offer-fields.ts";
import { findOfferName, findUnknownName } from "./offer-name.ts";
import { createOfferText, readConditions, readPhrases, readVisibility } from "./offer-text.ts";
import { HAVES, NAMED_FORMS, NEEDS, ONCE, PER_YEAR_MARK, YEARLY } from "./offer-words.ts";
import { readDates } from "./read-dates.ts";

/** An offer or need as far as its words tell it. */
export interface ReadOffer {
  values: OfferValues;
  /** Whether the stuff is one that something is known of. */
  isKnown: boolean;
}

const UNIT = { mass: "t", volume: "m3", energy: "MWh" } as const;

/**
 * Fills the form of an offer or need from a person's words. What they do not tell stays empty.
 *
 * @param context.kind Where it is known already, from an earlier row.
 *
 * @example
 * ```ts
 * readOffer("we have 3,000 t of gypsum from 2027 on", { language: "en", view }).values;
 * // { kind: "stream", name: "gypsum", category: "gypsum", amount: "3000", unit: "t", from: "2027" }
 * ```
 */
export function readOffer(
  words: string,
  context: { language: Language; view: KnowledgeView; kind?: OfferKind },
): ReadOffer {
  const text = createOfferText(words);
  const phrases = { ...readVisibility(text), ...readPhrases(text) };
  const wasteCode = readCode(text);
  const { amount, end } = readQuantity(text);
  const dates = readDates(text.rest);
  for (const span of dates.spans) text.take(span);
  const { period, perYear } = readPeriod(text, amount.period);
  const conditions = readConditions(text);
  const places = readPlaces(text, context);
  const named = findOfferName(text.rest, context);
  const colon = words.indexOf(":");
  const from = end ?? (colon < 0 ? undefined : colon + 1);
  const found = named ?? (from === undefined ? undefined : findUnknownName(text.rest, { ...context, from }));
  const category = found && categoryOf(found.name, context);
  const { from: start, until, validUntil } = dates.period;
  return {
    isKnown: named !== undefined,
    values: compact({
      kind: context.kind ?? kindOf(words, found?.start),
      name: found?.name,
      category,
      amount: amount.value === undefined ? undefined : presentPlain(amount.value * perYear),
      unit: amount.unit,
      period,
      from: start,
      until,
      validUntil,
      wasteCode,
      ...conditions,
      ...places,
      ...phrases,
      physicalForm: conditions.physicalForm ?? NAMED_FORMS.find((form) => form === category),
    }),
  };
}

function compact(values: { [Field in keyof OfferValues]: string | undefined }): OfferValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ""),
  );
}

/** What was said last before the stuff counts: "we have a boiler and need bark". */
function kindOf(words: string, at = words.length): OfferKind {
  const before = words.slice(0, at);
  const lastOf = (patterns: readonly RegExp[], text: string) =>
    Math.max(
      ...patterns.map((pattern) => [...text.matchAll(new RegExp(pattern.source, "giu"))].at(-1)?.index ?? -1),
    );
  const [has, needs] = [lastOf(HAVES, before), lastOf(NEEDS, before)];
  // "We have use for bark" begins like "we have bark".
  if (has >= 0 || needs >= 0) return needs >= has ? "need" : "stream";
  return lastOf(NEEDS, words) > lastOf(HAVES, words) ? "need" : "stream";
}

function readCode(text: UnreadText): string | undefined {
  const unread = new UnreadText(text.rest);
  const query: { wasteCode?: string } = {};
  const before = unread.rest;
  readWasteCode(unread, query);
  if (query.wasteCode?.length !== 6) return undefined;
  const start = [...before].findIndex((letter, at) => letter !== unread.rest[at]);
  let end = start;
  for (let at = start; at < before.length; at++) if (before[at] !== unread.rest[at]) end = at + 1;
  const isStarred = before.slice(start, end).includes("*");
  text.take([start, end]);
  return `${query.wasteCode}${isStarred ? "*" : ""}`;
}

/** Amount, unit and whether a period is told; `end` is where its words end. */
function readQuantity(text: UnreadText): {
  amount: { value?: number; unit?: string; period?: "year" };
  end?: number;
} {
  const found = readAmount(text.rest);
  if (found === undefined) return { amount: {} };
  const [start, end] = found.span;
  const own = text.rest.slice(start, end);
  const isTimed =
    PERIODS.some(([pattern]) =>
      [...own.matchAll(/(?=[\s/])/g)].some(({ index }) => pattern.test(own.slice(index))),
    ) ||
    YEARLY.test(own) ||
    PER_YEAR_MARK.test(own);
  const of = /^\s+(?:of|av|worth of)(?=\s)/iu.exec(text.rest.slice(end));
  text.take([start, end + (of?.[0].length ?? 0)]);
  return {
    amount: {
      value: found.value,
      unit: UNIT[found.dimension],
      ...(isTimed ? { period: "year" } : {}),
    },
    end,
  };
}

/** "200 t of sawdust a month": the period behind the stuff holds for the amount before it. */
function readPeriod(
  text: UnreadText,
  told: "year" | undefined,
): { period: string | undefined; perYear: number } {
  const isOnce = text.readFirst(ONCE) !== undefined;
  const shorter =
    told === undefined ? SHORTER.find(([pattern]) => text.readFirst(pattern) !== undefined) : undefined;
  const isYearly = text.readFirst(YEARLY) !== undefined || text.readFirst(PER_YEAR_MARK) !== undefined;
  if (isOnce) return { period: "once", perYear: 1 };
  if (shorter !== undefined) return { period: "year", perYear: shorter[1] };
  return { period: told ?? (isYearly ? "year" : undefined), perYear: 1 };
}

const SHORTER = PERIODS.map(
  ([pattern, perYear]) =>
    [new RegExp(pattern.source.replace("^\\s*", "(?<=[\\p{L}\\d,])\\s*"), "iu"), perYear] as const,
);

/** Digits with a point, as a field of numbers takes them. */
function presentPlain(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** What the name says; of a compound, what it ends in: "metallihydroksidiliete" is sludge. */
function categoryOf(name: string, context: { language: Language; view: KnowledgeView }): string | undefined {
  const { language, view } = context;
  const head = STREAM_CATEGORIES.find(
    (category) => category !== "other" && isHead(name, view.conceptLabel(`trade:${category}`, language)),
  );
  return head ?? findCategory({ [language]: name }, view.index.lexicon);
}

/** English names may go on behind the material ("ash tree"): there the vocabulary tells. */
function isHead(name: string, label: string): boolean {
  return label.length >= 4 && name.toLowerCase().endsWith(label.toLowerCase());
}

/** Municipalities by their Finnish names, as the table writes them, and the park; a name that is both is the town. */
function readPlaces(text: UnreadText, context: { language: Language; view: KnowledgeView }): OfferValues {
  const { language, view } = context;
  const matches = view.index.lexicon.match(text.rest, language).filter(({ share }) => share === 1);
  const ofKind = (kind: string) => matches.filter(({ concept }) => concept.kind === kind);
  const bare = ({ concept }: ConceptMatch) => concept.id.slice(concept.id.indexOf(":") + 1);
  const towns = ofKind("place").flatMap((match) => {
    const place = view.index.tables.places?.find(({ id }) => id === bare(match));
    return place?.kind === "municipality" ? [{ ...match, name: place.fi }] : [];
  });
  const parks = ofKind("park").filter(
    (park) => !towns.some(({ start, end }) => start <= park.start && park.end <= end),
  );
  for (const { start, end } of [...ofKind("place"), ...ofKind("park")]) text.take([start, end]);
  const [park] = parks;
  const names = [
    ...new Set(
      towns
        .filter((town) => park === undefined || !(park.start <= town.start && town.end <= park.end))
        .map(({ name }) => name),
    ),
  ];
  return {
    ...(names.length === 0 ? {} : { municipality: names.join("; ") }),
    ...(park === undefined ? {} : { park: bare(park) }),
  };
}
