/** When stuff is there, as the table writes it: a year `2027` or a date `2027-03-01`. */
export interface ReadPeriod {
  from?: string;
  until?: string;
  /** How long what is told holds. */
  validUntil?: string;
}

const MONTHS = [
  "january|jan|tammikuu\\p{L}*|januari",
  "february|feb|helmikuu\\p{L}*|februari",
  "march|mar|maaliskuu\\p{L}*|mars",
  "april|apr|huhtikuu\\p{L}*",
  "may|toukokuu\\p{L}*|maj",
  "june|jun|kesäkuu\\p{L}*|juni",
  "july|jul|heinäkuu\\p{L}*|juli",
  "august|aug|elokuu\\p{L}*|augusti",
  "september|sep|syyskuu\\p{L}*",
  "october|oct|lokakuu\\p{L}*|oktober",
  "november|nov|marraskuu\\p{L}*",
  "december|dec|joulukuu\\p{L}*",
];
const YEAR = "20[2-4]\\d";
const MONTH = MONTHS.join("|");
/** A date in digits, a month with its year, or a year. */
const DATE = `(?:${YEAR}-\\d{2}-\\d{2}|\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?${YEAR}|(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+)?(?:${MONTH})\\s+${YEAR}|(?:vuo\\p{L}+\\s+|the year\\s+|år(?:et)?\\s+)?${YEAR}(?:\\s+(?:${MONTH}))?)`;
const END = "(?![\\d\\p{L}]|[.,]\\d)";

const pattern = (source: string) =>
  new RegExp(`(?<![\\p{L}\\d])${source.replaceAll("DATE", `(${DATE})`)}${END}`, "iu");

const VALID = [
  pattern("(?:valid|good|in force) (?:until|till|through) DATE"),
  pattern("(?:voimassa|pätee|pätevä) DATE(?:\\s+(?:asti|saakka))?"),
  pattern("(?:giltig\\p{L}*|gäller) (?:till(?: och med)?|t\\.?o\\.?m\\.?|fram till) DATE"),
];
const RANGES = [
  pattern(
    "(?:from |between |vuosina |åren |mellan (?:åren )?|från )?DATE\\s*(?:–|—|-|to|and|until|till|och|ja)\\s*DATE(?:\\s+väli\\p{L}+)?",
  ),
];
const FROM = [
  pattern(
    "(?:starting (?:from |in |on )?|beginning (?:in |on )?|as of |from |since |available (?:in |on ))DATE(?:\\s+(?:on|onwards?))?",
  ),
  pattern("(?:från och med|fr\\.?\\s?o\\.?\\s?m\\.?|från|med start(?: i)?) DATE(?:\\s+och framåt)?"),
  pattern("DATE\\s+(?:alkaen|lähtien|onwards?|och framåt)"),
  new RegExp(
    `(?<!\\p{L})(?:alkaen )?((?:vuodesta|(?:${MONTH.split("|")
      .filter((month) => month.includes("kuu"))
      .map((month) => month.replace("\\p{L}*", "sta"))
      .join("|")}))\\s+${YEAR})(?:\\s+(?:alkaen|lähtien))?${END}`,
    "iu",
  ),
];
const UNTIL = [
  pattern("(?:until(?: the end of)?|till|through|up to|by) DATE"),
  pattern("(?:till och med|t\\.?\\s?o\\.?\\s?m\\.?|fram till|till) DATE"),
  pattern("DATE\\s+(?:asti|saakka)"),
  new RegExp(`(?<!\\p{L})((?:vuoteen|\\p{L}{3,7}kuuhun)\\s+${YEAR})(?:\\s+(?:asti|saakka))?${END}`, "iu"),
  pattern("(?:vuoden )?DATE\\s+loppuun(?:\\s+(?:asti|saakka))?"),
];

/**
 * Reads from when to when something is told to be there.
 *
 * @returns The dates and where their words stand.
 *
 * @example
 * ```ts
 * readDates("from March 2027 until 2030").period; // { from: "2027-03-01", until: "2030" }
 * ```
 */
export function readDates(text: string): { period: ReadPeriod; spans: [number, number][] } {
  const period: ReadPeriod = {};
  const spans: [number, number][] = [];
  let rest = text;
  const take = (patterns: readonly RegExp[], use: (first: string, second: string) => void) => {
    for (const one of patterns) {
      const match = one.exec(rest);
      if (match === null) continue;
      use(match[1] ?? "", match[2] ?? "");
      const end = match.index + match[0].length;
      spans.push([match.index, end]);
      rest = `${rest.slice(0, match.index)}${" ".repeat(match[0].length)}${rest.slice(end)}`;
      return;
    }
  };
  take(VALID, (date) => {
    const read = toDate(date, "end");
    if (read !== undefined) period.validUntil = read.length === 4 ? `${read}-12-31` : read;
  });
  take(RANGES, (first, second) => {
    Object.assign(period, dated({ from: toDate(first, "start"), until: toDate(second, "end") }));
  });
  if (period.from === undefined)
    take(FROM, (date) => Object.assign(period, dated({ from: toDate(date, "start") })));
  if (period.until === undefined)
    take(UNTIL, (date) => Object.assign(period, dated({ until: toDate(date, "end") })));
  return { period, spans };
}

function dated(dates: { from?: string | undefined; until?: string | undefined }): ReadPeriod {
  const { from, until } = dates;
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/**
 * Reads a year or a day as people write them.
 *
 * @param edge Which day a month without one means.
 * @returns `2027` or `2027-03-01`; nothing for what is neither, or no day of the calendar.
 *
 * @example
 * ```ts
 * toDate("1.3.2027", "start"); // "2027-03-01"
 * ```
 */
export function toDate(text: string, edge: "start" | "end"): string | undefined {
  const year = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`).exec(text)?.[0];
  if (year === undefined) return undefined;
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (iso !== null) return toDay(year, { month: Number(iso[2]), day: Number(iso[3]) });
  const dotted = /(\d{1,2})\.\s?(\d{1,2})\.\s?\d{4}/.exec(text);
  if (dotted !== null) return toDay(year, { month: Number(dotted[2]), day: Number(dotted[1]) });
  const month =
    MONTHS.findIndex((words) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu").test(text)) + 1;
  if (month === 0) return year;
  const told = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?\s+\p{L}/iu.exec(text)?.[1];
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return toDay(year, { month, day: told === undefined ? (edge === "start" ? 1 : last) : Number(told) });
}

function toDay(year: string, { month, day }: { month: number; day: number }): string | undefined {
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
