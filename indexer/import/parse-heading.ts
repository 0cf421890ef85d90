import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { foldText } from "./fold-text.ts";
import { parseUnit } from "./parse-unit.ts";

/** A heading cut into what names the field and what tells more. */
export interface HeadingReading {
  /** Spellings to look up, fullest first; small letters without marks. */
  labels: string[];
  /** The language the column is in, where the heading says so ("Nimi ruotsiksi"). */
  language?: Language;
  /** Unit in brackets or at the end: "t/v", "%", "MJ/kg". */
  unit?: string;
}

/** Words by which a heading says the language of its column, without marks. */
const LANGUAGE_WORDS: Record<Language, string> = {
  fi: "fi suomi suomeksi suomenkielinen finnish finska finsk finskt fin",
  sv: "sv ruotsi ruotsiksi ruotsinkielinen swedish svenska svensk svenskt swe",
  en: "en englanti englanniksi englanninkielinen english engelska engelsk engelskt eng",
};

const LANGUAGE_OF = new Map(
  LANGUAGES.flatMap((language) =>
    LANGUAGE_WORDS[language].split(" ").map((word) => [word, language] as const),
  ),
);

/** Units of other columns than the amount. */
const OTHER_UNIT = /(?:%|°\s?C|[MG]J\/(?:kg|t)|€\/\S+|eur\/\S+|mg\/kg)$/i;

/**
 * Takes a heading apart: brackets, units and languages are no part of the field's name.
 *
 * @example
 * ```ts
 * parseHeading("Määrä (t/v)"); // { labels: ["maara t v", "maara"], unit: "t/v" }
 * parseHeading("Nimi ruotsiksi"); // { labels: ["nimi ruotsiksi", "nimi"], language: "sv" }
 * ```
 */
export function parseHeading(heading: string): HeadingReading {
  const { label, unit } = cutUnit(heading.trim());
  const bare = heading.replace(/[([{][^)\]}]*[)\]}]/g, " ");
  const words = foldText(label).split(" ");
  const language = words.map((word) => LANGUAGE_OF.get(word)).find((found) => found !== undefined);
  const without = words.filter((word) => !LANGUAGE_OF.has(word));
  // "Namn på finska", "name in Swedish": the small word goes with the language.
  const named = without.filter(
    (word, at) => at === 0 || at < without.length - 1 || !/^(?:pa|in)$/.test(word),
  );
  const labels = [foldText(heading), foldText(label), foldText(bare)];
  if (language !== undefined && named.length > 0) labels.push(named.join(" "));
  return {
    labels: [...new Set(labels)].filter((spelling) => spelling !== ""),
    ...(language === undefined ? {} : { language }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Parts a unit from the end of a heading; a heading that is a unit and nothing more names an amount. */
function cutUnit(heading: string): { label: string; unit?: string } {
  const inBrackets = /^(.*?)[\s,]*[([{]([^)\]}]*)[)\]}]\s*$/.exec(heading);
  if (inBrackets !== null) {
    const [, label = "", unit = ""] = inBrackets;
    if (parseUnit(unit)?.unit !== undefined || parseUnit(unit)?.period !== undefined || OTHER_UNIT.test(unit))
      return { label, unit };
    return { label: heading };
  }
  const other = OTHER_UNIT.exec(heading);
  if (other !== null && other.index > 0) {
    return { label: heading.slice(0, other.index).replace(/[\s,:-]+$/, ""), unit: other[0] };
  }
  const words = heading.split(/[\s,]+/);
  for (let first = 0; first < words.length; first++) {
    const unit = words.slice(first).join(" ");
    if (parseUnit(unit)?.unit === undefined) continue;
    return { label: first === 0 ? "quantity" : words.slice(0, first).join(" "), unit };
  }
  return { label: heading };
}
