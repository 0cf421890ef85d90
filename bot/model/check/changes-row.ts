import type { Lexicon } from "../../../indexer/index.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { type Evidence, readEvidence } from "./evidence.ts";
import { measureSupport } from "./measure-support.ts";
import { isDenial } from "./tell-mood.ts";

/** A field of a row that says yes or no: "Hazardous: no." */
const YES_OR_NO = /(?<=^|[.;]\s+)([^.:;]{2,40}):\s*(no|ei|nej|yes|kyllä|on|ja)(?=[.;]|$)/giu;
const NO = /^(?:no|ei|nej)$/i;

/**
 * Tells whether a sentence turns round a yes or no of a row: "is hazardous" where the row says "Hazardous: no". The other
 * words of a row deny nothing.
 *
 * @param told The sentence.
 * @param row A rendered row of a table.
 */
export function changesRow(told: Evidence, { row, lexicon }: { row: Evidence; lexicon: Lexicon }): boolean {
  const { language } = row;
  return [...row.text.matchAll(YES_OR_NO)].some(([, key = "", value = ""]) => {
    if (!speaksOf(key, { told, language, lexicon })) return false;
    return isDenial(told.text, told.language) !== NO.test(value);
  });
}

function speaksOf(
  key: string,
  { told, language, lexicon }: { told: Evidence; language: Language; lexicon: Lexicon },
): boolean {
  const { analysed } = readEvidence(key, { language, lexicon });
  const { compared, share } = measureSupport(key, { language, lexicon, evidence: [told] });
  return analysed.stems.size > 0 && compared > 0 && share === 1;
}
