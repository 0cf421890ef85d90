import { type Language, READERS, type Reader } from "../../../knowledge/languages.ts";
import { FIELD_GROUPS, STREAM_STATUSES, type StreamRecord } from "../../../knowledge/schema.ts";
import { STREAM_WORDS } from "../../understand/stream-words.ts";
import { UnreadText } from "../../understand/unread-text.ts";
import { FIELD_OF_GROUP, type OfferValues } from "./offer-fields.ts";

/** A text to be read piece by piece; a comma stands where something was read, so that nothing grows together. */
export function createOfferText(words: string): UnreadText {
  return new UnreadText(words, { gap: "," });
}

const PRICE = [
  /(?<!\p{L})(?:(?:price|hinta|pris)(?:\s+(?:is|on|är))?\s*:?\s*)?(\d+(?:[.,]\d+)?\s*(?:€|eur(?:os?|oa)?)(?:\s*(?:\/|per|a|\s)\s*(?:t|tn|tonn\p{L}*|ton|m3|m³|mwh)(?!\p{L}))?)/iu,
  /(?<!\p{L})(free of charge|for free|at no cost|ilmaiseksi|maksutta|veloituksetta|gratis|utan kostnad|kostnadsfritt)(?!\p{L})/iu,
  /(?<!\p{L})(?:price|hinta|pris)\s*:\s*([^.;\n]+)/iu,
];
const COMPOSITION = [
  /(?<!\p{L})((?:dry matter|dry solids|moisture|purity|kuiva-?aine(?:pitoisuus)?|kosteus|puhtaus|torrsubstans|ts-halt|fukt(?:halt)?|renhet)\s*:?\s*(?:about |noin |cirka )?\d+(?:[.,]\d+)?\s*%)/iu,
  /(?<!\p{L})(?:contains|containing|composition:|sisältää|koostumus:|innehåller|sammansättning:)\s+([^.;\n]*\d\s*%[^.;\n]*)/iu,
  /(?<!\p{L})(?:composition|koostumus|sammansättning)\s*:\s*([^.;\n]+)/iu,
];
const USES = [
  /(?<!\p{L})((?:can be used|could be used|suitable|suits?|sopii|soveltuu|voidaan käyttää|kan användas|lämpar sig|lämplig\p{L}*)\s[^.;\n]+)/iu,
];
const CONTACT = [
  /(?<!\p{L})(?:contact|contact person|yhteys(?:tiedot|henkilö)?|ota yhteyttä|kontakt(?:person)?)\s*:\s*([^;\n]+?)(?=\.?\s*$|[;\n])/iu,
  /(?<![\p{L}\d])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/u,
];

/** Reads price, composition, known uses and contact as they are written. */
export function readPhrases(text: UnreadText): OfferValues {
  const values: OfferValues = {};
  const take = (field: "price" | "composition" | "uses" | "contact", patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      const match = text.readFirst(pattern);
      if (match === undefined) continue;
      values[field] ??= (match[1] ?? "").trim().replace(/[.,]$/, "");
    }
  };
  take("contact", CONTACT);
  take("price", PRICE);
  take("composition", COMPOSITION);
  take("uses", USES);
  return values;
}

const RANK_WORDS: Record<Reader, string> = {
  public: "everyone|everybody|the public|kaikille|kaikki|alla|allmän\\p{L}*",
  member: "(?:the )?members?|jäsenille|jäsenet|medlemmar(?:na)?",
  coordinator: "(?:the )?coordinators?|koordinaattori(?:lle|t|ille)?|koordinator(?:n|er|erna)?",
};
const GROUP_WORDS: Record<(typeof FIELD_GROUPS)[number], string> = {
  identity: "name|company|producer|nimi|yritys|tuottaja|namnet|företaget|producenten",
  quantity: "quantity|amount|määrä|mängden",
  price: "price|hinta|priset",
  composition: "composition|koostumus|sammansättningen",
  contact: "contact|yhteystiedot|kontakten",
};
const ONLY =
  "(?:(?:only )?(?:for|to)(?: only)?|only|visible (?:only )?to|vain|näkyy vain|näkyvissä vain|(?:endast|bara|enbart)(?: för)?|syns (?:endast|bara) för)";

const VISIBILITIES = READERS.map((rank) => {
  const words = `${ONLY}\\s+(?:${RANK_WORDS[rank]})(?!\\p{L})`;
  return {
    rank,
    ofGroups: FIELD_GROUPS.map((group) => ({
      field: FIELD_OF_GROUP[group],
      pattern: new RegExp(`(?<!\\p{L})(?:the )?(?:${GROUP_WORDS[group]})\\s+${words}`, "iu"),
    })),
    ofAll: new RegExp(`(?<!\\p{L})${words}`, "iu"),
  };
});

/** Reads who may see what: "only for members", "price only for the coordinator". */
export function readVisibility(text: UnreadText): OfferValues {
  const values: OfferValues = {};
  for (const { rank, ofGroups, ofAll } of VISIBILITIES) {
    for (const { field, pattern } of ofGroups) {
      if (text.readFirst(pattern) !== undefined) values[field] = rank;
    }
    if (rank !== "public" && text.readFirst(ofAll) !== undefined) values.visibility = rank;
  }
  return values;
}

/** What happens to the stuff now, in more forms than questions use. */
const MORE_STATUSES: [RegExp, StreamRecord["status"]][] = [
  [/(?<!\p{L})(?:free to take|voi noutaa|finns att hämta)(?!\p{L})/iu, "available"],
];

/** Reads the status, hazard and state of matter by the words that questions use. */
export function readConditions(text: UnreadText): OfferValues {
  const values: OfferValues = {};
  for (const [pattern, filters] of STREAM_WORDS) {
    const { hazardous, statuses, forms } = filters;
    if ((hazardous ?? statuses ?? forms) === undefined) continue;
    const match = pattern.exec(text.rest);
    if (match === null) continue;
    const status = STREAM_STATUSES.find((one) => one === statuses?.[0]);
    if (hazardous !== undefined) values.hazardous ??= hazardous;
    if (status !== undefined) values.status ??= status;
    if (forms?.[0] !== undefined) values.physicalForm ??= forms[0];
    // "Sludge" and "heat" are names as well.
    if (forms === undefined) text.take([match.index, match.index + match[0].length]);
  }
  for (const [pattern, status] of MORE_STATUSES)
    if (text.readFirst(pattern) !== undefined) values.status ??= status;
  return values;
}

/** Language of an offer's own words. */
export type OfferLanguage = Language;
