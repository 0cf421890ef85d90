import type { Passage, Sentence } from "../../indexer/index.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import { inEach, NONE, type ParkFact } from "./park-fact.ts";

/** Sections of a guide that tell nothing of what a place offers today. */
const NO_OFFER = /^(?:where the sources|sources on|coordination|how (?:was|did|is)|contact)/i;
const SAYS_NOTHING = /^(?:not known|ei tiedossa|inte känt)\b/i;
const NOT_YET =
  /\b(?:plan|plans|planned|proposed|under construction|was to|were to|studied|estimated|could be|would)\b/i;

interface Told {
  passage: Passage;
  sentence: Sentence;
}

/**
 * What the guides say of each park, a fact for each sentence that stands in all three languages: for needs that no row
 * of a table names.
 *
 * @returns By park; a guide whose language versions differ in length tells nothing, since its sentences cannot be paired.
 */
export function guideFacts(passages: readonly Passage[]): Map<string, ParkFact[]> {
  const facts = new Map<string, ParkFact[]>();
  const told = Map.groupBy(
    passages.filter(({ kind, park }) => kind === "text" && park !== undefined),
    ({ park }) => park ?? "",
  );
  for (const [park, own] of told) {
    const [first = [], ...others] = LANGUAGES.map((language) => toldIn(own, language));
    if (others.some((each) => each.length !== first.length)) continue;
    facts.set(
      park,
      first.flatMap((_, at) => {
        const each = inLanguages(own, at);
        return each === undefined ? [] : [toFact(park, each)];
      }),
    );
  }
  return facts;

  function inLanguages(own: readonly Passage[], at: number): Record<Language, Told> | undefined {
    const [fi, sv, en] = (["fi", "sv", "en"] as const).map((language) => toldIn(own, language)[at]);
    if (fi === undefined || sv === undefined || en === undefined) return undefined;
    const heading = en.passage.headings.at(-1) ?? "";
    if (NO_OFFER.test(heading) || SAYS_NOTHING.test(en.sentence.text)) return undefined;
    return en.sentence.kind === "sentence" || en.sentence.kind === "list-item" ? { fi, sv, en } : undefined;
  }
}

const TOLD = new WeakMap<readonly Passage[], Map<Language, Told[]>>();

function toldIn(passages: readonly Passage[], language: Language): Told[] {
  const known = TOLD.get(passages) ?? new Map<Language, Told[]>();
  TOLD.set(passages, known);
  const found =
    known.get(language) ??
    passages
      .filter((passage) => passage.language === language)
      .flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })));
  known.set(language, found);
  return found;
}

function toFact(park: string, told: Record<Language, Told>): ParkFact {
  const words = inEach((language) => told[language].sentence.text.replace(/\.$/u, ""));
  const { passage, sentence } = told.en;
  return {
    park,
    kind: "guide",
    classes: [],
    state: NOT_YET.test(sentence.text) ? "planned" : "there",
    words,
    passage: inEach((language) => told[language].sentence.text),
    takes: NONE,
    gives: words,
    row: { sources: [], ...(passage.year === undefined ? {} : { year: passage.year }) },
    references: (language) =>
      told[language].sentence.sources.flatMap((at) => told[language].passage.sources[at] ?? []),
    file: passage.file,
    visibility: passage.visibility,
  };
}
