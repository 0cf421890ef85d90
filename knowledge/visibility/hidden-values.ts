import type { FieldGroup } from "../schema/field-visibility.ts";

/** What a reader may not learn of a row, ready to be looked for in its other cells. */
export interface HiddenValues {
  groups: ReadonlySet<FieldGroup>;
  /** Beginnings of the words that name somebody, lower case. */
  names: readonly string[];
  /** Beginnings of the other words of hidden cells. */
  words: readonly string[];
  figures: readonly number[];
}

/** Words of companies' names that name nobody. */
const NO_NAME = /^(?:oyj?|ab|abp|ltd|inc|gmbh|group|finland|suomi|the|and|oy's)$/iu;
const CAPITALISED = /(?<![\p{L}\d])\p{Lu}[\p{L}\d&]+/gu;
const WORD = /[\p{L}\d]{4,}/gu;
const NUMBER = /\d(?:[\d\s.,'’]*\d)?/gu;
const SPACE = /[\s\u00A0\u202F]+/gu;

/** An amount that is told without figures, or with its unit. */
const AMOUNTS =
  /\d\s*(?:t|tn|kt|mt|kg|g|m3|m³|l|[kmgt]wh?)(?![\p{L}\d])|(?<!\p{L})(?:tonn|ton(?:s|nia|nin|nes?)?(?!\p{L})|kilo|kuutio|kubik|cubic|megawa|gigawa|terawa|litr|thousand|tuhan|tuhat|tusen|hundred|sata(?!m)|hundra|million|miljoon|miljon|milj)|\d\s*(?:a|per|\/)\s*(?:year|annum|år|a|v)(?!\p{L})|\d\s*(?:vuodessa|årligen|annually|yearly)/iu;
const MONEY =
  /€|\$|(?<!\p{L})(?:eur|euro|cent|snt|krono|price|priced|fees?|charges?|costs?|free of|ilmais|gratis)(?!\p{Lu})|hinta|hinna|hinto|maksu|maksaa|avgift|kostnad|kostar|pris(?:et|er|erna)?(?!\p{L})/iu;
const CONTENTS =
  /%|(?:µg|mg|g)\s*\/\s*k?g|ppm|prosent|procent|percent|(?<!\p{L})(?:pH|TS|kuiva-?aine)(?!\p{L})/u;
const CONTACTS = /@|(?:\+|(?<!\d)0)\d(?:[\s()-]*\d){5,}/u;

/** Figures that are no amounts of a stream: telephone numbers, sums of money, shares. */
const OTHER_FIGURES =
  /(?:\+|(?<!\d)0)\d(?:[\s()-]*\d){5,}|\d[\d\s.,]*(?:€|\$|eur|euro|snt|cent|%|prosent|procent|percent|m?g\s*\/)/giu;

const PATTERNS: Partial<Record<FieldGroup, RegExp>> = {
  quantity: AMOUNTS,
  price: MONEY,
  composition: CONTENTS,
  contact: CONTACTS,
};

/**
 * Reads the hidden cells of a row.
 *
 * @param cells Values by group; anything but texts and numbers is passed over.
 */
export function readHiddenValues(cells: ReadonlyMap<FieldGroup, readonly unknown[]>): HiddenValues {
  const names = new Set<string>();
  const words = new Set<string>();
  const figures = new Set<number>();
  for (const [group, values] of cells) {
    for (const value of values) {
      if (typeof value === "number") figures.add(value);
      if (typeof value !== "string") continue;
      const isName = group === "identity" || group === "contact";
      for (const [word] of value.matchAll(CAPITALISED))
        if (isName && word.length > 2 && !NO_NAME.test(word)) names.add(startOf(word));
      for (const [word] of value.matchAll(WORD)) if (!isName) words.add(startOf(word));
      if (!isName) for (const figure of figuresIn(value)) figures.add(figure);
    }
  }
  return { groups: new Set(cells.keys()), names: [...names], words: [...words], figures: [...figures] };
}

/**
 * Tells whether a text repeats what is hidden: a name (inflected too: "Outokummun"), a figure, or anything of its kind.
 * Where an amount is hidden no text may tell another amount, which may be that of another year. What a text is left out
 * for must not depend on the hidden value more than it has to: else its absence would tell the value.
 */
export function repeatsHidden(text: string, hidden: HiddenValues): boolean {
  const flat = text.replace(SPACE, " ");
  return (
    wordsIn(flat).some((word) => isOneOf(word, hidden.names) || isOneOf(word, hidden.words)) ||
    figuresIn(flat.replace(OTHER_FIGURES, " ")).some(
      (figure) =>
        isOneOfFigures(figure, hidden.figures) || (hidden.groups.has("quantity") && mayBeAmount(figure)),
    ) ||
    [...hidden.groups].some((group) => PATTERNS[group]?.test(flat) === true)
  );
}

/**
 * Cuts names and figures that are hidden out of a text that the row cannot do without.
 *
 * @returns The text with `…` in their places.
 *
 * @example
 * ```ts
 * cutHidden("Outokummun kuona, 48 000 t", hidden); // "… kuona, …"
 * ```
 */
export function cutHidden(text: string, hidden: HiddenValues): string {
  const named = text
    .replace(SPACE, " ")
    .replace(/[\p{L}\d&]+/gu, (word) => (isOneOf(word.toLowerCase(), hidden.names) ? "…" : word));
  const hidesFigures = (["quantity", "price", "composition"] as const).some((group) =>
    hidden.groups.has(group),
  );
  if (!hidesFigures) return named.replace(CONTACTS, "…");
  const cut = named.replace(
    /\d(?:[\d\s.,'’]*\d)?(?:\s*(?:%|€|(?:t|tn|kt|mt|kg|m3|m³|[kmgt]wh)(?![\p{L}\d])))?/giu,
    (figure) => (/^(?:19|20)\d\d$/.test(figure) && !hidden.figures.includes(Number(figure)) ? figure : "…"),
  );
  return [...hidden.groups].some((group) => PATTERNS[group]?.test(cut) === true) ? "…" : cut;
}

function wordsIn(text: string): string[] {
  return [...text.matchAll(/[\p{L}\d&]+/gu)].map(([word]) => word.toLowerCase());
}

/** So much of a word as its inflected forms share: "Turku" and "Turun", "Outokumpu" and "Outokummun". */
function startOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.length <= 4 ? lower : lower.slice(0, Math.max(3, lower.length - 3));
}

function isOneOf(word: string, starts: readonly string[]): boolean {
  return starts.some((start) => word.startsWith(start));
}

/** Numbers of a text in the ways the three languages write them: "48 317", "48,317" and "48.317" are one. */
function figuresIn(text: string): number[] {
  return [...text.matchAll(NUMBER)].flatMap(([found]) => {
    const parts = found.split(/[\s.,'’]+/);
    const isGrouped = parts.length > 1 && parts.slice(1).every((part) => part.length === 3);
    const decimal = Number(found.replace(/[\s'’]/g, "").replace(",", "."));
    return [isGrouped ? Number(parts.join("")) : decimal, decimal].filter((value) => Number.isFinite(value));
  });
}

/** The same amount may be told in kilograms or kilotonnes. */
function isOneOfFigures(figure: number, hidden: readonly number[]): boolean {
  return hidden.some((value) => [1, 1000, 0.001].some((factor) => figure * factor === value));
}

/** Where an amount is hidden any larger number may be one, of another year or rounded; years of this age are none. */
function mayBeAmount(figure: number): boolean {
  return figure >= 100 && !(Number.isInteger(figure) && figure >= 1900 && figure <= 2100);
}
