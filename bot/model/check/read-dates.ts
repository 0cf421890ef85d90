/** Months by the beginnings of their names in the three languages; Finnish ones are inflected, hence beginnings. */
const MONTHS: readonly string[] = [
  "tammiku|januari|january|jan",
  "helmiku|februari|february|feb",
  "maalisku|mars|march|mar",
  "huhtiku|april|apr",
  "toukoku|maj|may",
  "kesäku|juni|june|jun",
  "heinäku|juli|july|jul",
  "eloku|augusti|august|aug",
  "syysku|september|sept|sep",
  "lokaku|oktober|october|okt|oct",
  "marrasku|november|nov",
  "jouluku|december|dec",
];
const FINNISH_END = "(?:u(?:ta|un|ssa|sta|lla|lta|lle|hun)?|u)";
const MONTH = `(${MONTHS.map((names) => {
  const [finnish = "", ...others] = names.split("|");
  return `${finnish}${FINNISH_END}?|${others.join("|")}`;
}).join("|")})`;
const YEAR = "((?:1[89]|20)\\d\\d)";
const DAY = "(\\d{1,2})";

/** Each form with the places of its year, month and day; a month is a name unless it stands in digits. */
const FORMS: readonly [RegExp, { year?: number; month: number; day?: number }][] = [
  [new RegExp(`(?<!\\d)${YEAR}-(\\d{2})-(\\d{2})(?!\\d)`, "giu"), { year: 1, month: 2, day: 3 }],
  [new RegExp(`(?<!\\d)${DAY}\\.\\s?(\\d{1,2})\\.\\s?${YEAR}(?!\\d)`, "giu"), { year: 3, month: 2, day: 1 }],
  [
    new RegExp(`(?<!\\d)${DAY}(?:\\.|st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\.?,?\\s+${YEAR}`, "giu"),
    { year: 3, month: 2, day: 1 },
  ],
  [
    new RegExp(`(?<!\\p{L})${MONTH}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}`, "giu"),
    { year: 3, month: 1, day: 2 },
  ],
  [new RegExp(`(?<!\\p{L})${MONTH}\\.?\\s+${YEAR}`, "giu"), { year: 2, month: 1 }],
  [
    new RegExp(`(?<!\\d)${DAY}(?:\\.|st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?!\\p{L})`, "giu"),
    { month: 2, day: 1 },
  ],
];

/** Dates of a text, and the text with blanks in their places. */
export interface DatesOf {
  /** `2024-03-01`, `2024-03` or `--03-01`. */
  dates: string[];
  rest: string;
}

/**
 * Reads the dates of a text in the forms of the three languages.
 *
 * @example
 * ```ts
 * readDates("Päätös tehtiin 1. maaliskuuta 2024.").dates; // ["2024-03-01"]
 * ```
 */
export function readDates(text: string): DatesOf {
  const dates: string[] = [];
  let rest = text;
  for (const [form, places] of FORMS) {
    rest = rest.replace(form, (...match: (string | number)[]) => {
      const month = readMonth(String(match[places.month]));
      if (month === undefined) return String(match[0]);
      const year = places.year === undefined ? "-" : String(match[places.year]);
      const day = places.day === undefined ? "" : `-${twoDigits(String(match[places.day]))}`;
      dates.push(`${year}-${month}${day}`);
      return " ".repeat(String(match[0]).length);
    });
  }
  return { dates, rest };
}

function readMonth(word: string): string | undefined {
  if (/^\d+$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? twoDigits(word) : undefined;
  const lower = word.toLowerCase();
  // The longest beginning wins: "marraskuussa" begins like "mar" too.
  const lengths = MONTHS.map((names) =>
    Math.max(...names.split("|").map((name) => (lower.startsWith(name) ? name.length : 0))),
  );
  const longest = Math.max(...lengths);
  return longest === 0 ? undefined : twoDigits(String(lengths.indexOf(longest) + 1));
}

function twoDigits(digits: string): string {
  return digits.padStart(2, "0");
}

/** Whether a date stands among others: a month is met by any day of it. */
export function hasDate(date: string, among: readonly string[]): boolean {
  return among.some((other) => {
    if (other === date || other.startsWith(`${date}-`)) return true;
    return date.startsWith("--") && other.endsWith(date.slice(1));
  });
}
