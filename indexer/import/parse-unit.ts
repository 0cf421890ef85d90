/** How often an amount arises; `once` is a stock, `other` a period that cannot be made a year. */
export type Period = "year" | "quarter" | "month" | "week" | "once" | "planned" | "other";

/** A unit as people write it, brought to one of the table. */
export interface UnitReading {
  /** What a number in this unit is multiplied by, "1000 t" and "milj. m3" included. */
  factor: number;
  /** Absent where only a period or a multiplier is named. */
  unit?: "t" | "kg" | "m3" | "MWh" | "GWh";
  period?: Period;
}

type Unit = NonNullable<UnitReading["unit"]>;

const UNITS: readonly (readonly [RegExp, Unit, number])[] = [
  // A megatonne is written so and no otherwise; capitals mean metric tonnes.
  [/^Mt/, "t", 1e6],
  [/^MT/, "t", 1],
  [/^kt|^kilotonn(?:ia|i|er|es|e)?/i, "t", 1e3],
  [/^(?:tonn(?:in|ia|i|er|es|e)?|tons?|tn|t)/i, "t", 1],
  [/^(?:kilogrammaa|kilogramma|kilograms?|kilogramm|kiloa|kilo|kg)/i, "kg", 1],
  [/^Mm(?:3|³)/, "m3", 1e6],
  [/^(?:m\^?3|m³|kuutiometriä|kuutiometri|kuutiota|kuutio|kubikmeter|cubic met(?:re|er)s?|cbm)/i, "m3", 1],
  [/^(?:litraa|litra|lit(?:re|er)s?|l)/i, "m3", 1e-3],
  [/^twh/i, "GWh", 1e3],
  [/^gwh/i, "GWh", 1],
  [/^mwh/i, "MWh", 1],
  [/^kwh/i, "MWh", 1e-3],
];

const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:milj(?:oonaa|oona|oner|on|\.)?|millions?|mio\.?|mn)/i, 1e6],
  [/^(?:tuhatta|tuhat|tusen|thousand)/i, 1e3],
  [/^(?:miljardia|miljardi|miljarder|miljard|mrd\.?|billion)/i, 1e9],
];

const PERIODS: Record<Period, string> = {
  year: "v | vuosi | vuodessa | vuotta kohden | vuosittain | a | år | året | årligen | y | yr | year | annum | yearly | annual | annually | pa",
  quarter: "kvartaali | neljännesvuosi | kvartal | quarter | quarterly",
  month:
    "kk | kuukausi | kuukaudessa | kuukausittain | mån | månad | månaden | månatligen | month | monthly | mo | mth",
  week: "vko | vk | viikko | viikossa | viikoittain | vecka | veckan | week | weekly | wk",
  once: "kertaerä | kertaluonteinen | kertaluontoinen | kertaluonteisesti | kerran | kerta | erä | engång | engångs | engångsparti | engångsvis | en gång | parti | one off | oneoff | once | single batch | batch | lot",
  planned: "suunniteltu | suunnitteilla | suunnitelma | planerad | planerat | planned",
  other:
    "pv | päivä | päivässä | vrk | vuorokausi | vuorokaudessa | d | dygn | dag | dagen | day | daily | h | tunti | tunnissa | timme | hour",
};

const PERIOD_OF = new Map(
  Object.entries(PERIODS).flatMap(([period, words]) =>
    words.split(" | ").map((word) => [word, period as Period] as const),
  ),
);

/**
 * Reads a unit with its multiplier and period, whatever the language.
 *
 * @returns Nothing when a part of the text is no unit; a text without unit may name a period alone.
 *
 * @example
 * ```ts
 * parseUnit("1000 t/v"); // { factor: 1000, unit: "t", period: "year" }
 * parseUnit("kg/kk"); // { factor: 1, unit: "kg", period: "month" }
 * ```
 */
export function parseUnit(text: string): UnitReading | undefined {
  let rest = text.trim();
  let factor = 1;
  const thousands = /^(?:1\s?000(?:\s?000)?)(?=\s|\p{L})\s*/u.exec(rest)?.[0];
  if (thousands !== undefined) {
    factor = Number(thousands.replace(/\s/g, ""));
    rest = rest.slice(thousands.length);
  }
  for (const [pattern, times] of MULTIPLIERS) {
    const found = wholeWord(pattern, rest);
    if (found === undefined) continue;
    factor *= times;
    rest = rest.slice(found.length).trim();
    break;
  }
  for (const [pattern, unit, times] of UNITS) {
    const found = wholeWord(pattern, rest);
    if (found === undefined) continue;
    const period = parsePeriod(rest.slice(found.length));
    return period === undefined ? undefined : { factor: factor * times, unit, ...period };
  }
  const period = parsePeriod(rest);
  return rest === text.trim() && period?.period === undefined ? undefined : period && { factor, ...period };
}

/**
 * Reads a period alone: "/v", "per month", "kertaerä".
 *
 * @returns An empty object for an empty text; nothing when the text is no period.
 */
export function parsePeriod(text: string): { period?: Period } | undefined {
  const words = text
    .toLowerCase()
    .replace(/[/.,\-–()]+/g, " ")
    .replace(/^\s*(?:per|i|om|in a|a(?= \p{L}))\s+/u, "")
    .replace(/\s+/g, " ")
    .trim();
  if (words === "") return {};
  const period = PERIOD_OF.get(words) ?? PERIOD_OF.get(words.replace(/^p a$/, "pa"));
  return period === undefined ? undefined : { period };
}

/** The beginning that fits, unless the word goes on. */
function wholeWord(pattern: RegExp, text: string): string | undefined {
  const found = pattern.exec(text)?.[0];
  return found !== undefined && !/^[\p{L}\d]/u.test(text.slice(found.length)) ? found : undefined;
}
