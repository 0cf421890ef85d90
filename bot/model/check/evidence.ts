import { type AnalysedText, analyseText, type Lexicon, splitWords } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { baseForms } from "../../understand/base-forms.ts";
import { type AddressesOf, readAddresses } from "./read-addresses.ts";
import { readDates } from "./read-dates.ts";
import { type Figure, readFigures } from "./read-figures.ts";

/** A text with all that a sentence of the model may be compared with. */
export interface Evidence {
  text: string;
  language: Language;
  analysed: AnalysedText;
  figures: readonly Figure[];
  dates: readonly string[];
  addresses: AddressesOf;
  /** Words in lower case, in the order of the text. */
  words: readonly string[];
  /** The words and what they may be inflected from. */
  forms: ReadonlySet<string>;
}

/** Reads a text of a source, or a sentence that is to be compared with one. */
export function readEvidence(text: string, context: { language: Language; lexicon: Lexicon }): Evidence {
  const addresses = readAddresses(text);
  const { dates, rest } = readDates(addresses.rest);
  const words = splitWords(text).map((word) => word.lower);
  return {
    text,
    language: context.language,
    analysed: analyseText(text, context),
    figures: [...readFigures(rest), ...yearsOf(dates)],
    dates,
    addresses,
    words,
    forms: new Set(words.flatMap(baseForms)),
  };
}

/** A date holds its year: "in 2024" is told by "1.3.2024". */
function yearsOf(dates: readonly string[]): Figure[] {
  return dates.flatMap((date) =>
    /^\d{4}/.test(date) ? [{ values: [Number(date.slice(0, 4))], start: -1 }] : [],
  );
}
