import { createHash } from "node:crypto";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { ConceptRecord, ParkRecord, PlaceRecord, WordRecord } from "../../knowledge/schema.ts";
import { stemWord } from "../text/stem.ts";
import { splitWords } from "../text/words.ts";
import { finnishForms } from "./finnish-forms.ts";
import { type Concept, exactKey, type LexiconData, type LexiconForm, SHORTEST_NAME_PART } from "./lexicon.ts";
import { swedishForms } from "./swedish-forms.ts";

/** The records a lexicon is made of; any of them may be empty. */
export interface LexiconSources {
  concepts: readonly ConceptRecord[];
  words: readonly WordRecord[];
  places: readonly PlaceRecord[];
  parks: readonly ParkRecord[];
}

const WEIGHTS = { trade: 1, word: 0.6, place: 1, park: 1 } as const;

/** The country that most of what is told lies in narrows a question hardly at all. */
const HOME_COUNTRY = "finland";
const COUNTRY_WEIGHT = 0.4;

interface Entry {
  concept: Concept;
  forms: Record<Language, string[]>;
}

/**
 * Builds the lexicon from the vocabulary, the general words, the place names and the names of parks.
 *
 * @param sources Valid records; a form that stands in several records leads to all of them.
 * @returns Plain data for {@link Lexicon}, small enough to be kept with the index.
 */
export function buildLexicon(sources: LexiconSources): LexiconData {
  const trade = new Set(sources.concepts.map((record) => record.concept_id));
  const everyday = Map.groupBy(sources.words, ({ id }) => id);
  const entries = [
    ...sources.concepts.map((record) =>
      fromConcept(record, { everyday: everyday.get(record.concept_id) ?? [], trade }),
    ),
    ...sources.words.filter(({ id }) => !trade.has(id)).map((record) => fromWord(record, trade)),
    ...sources.places.map((place) => fromPlace(place, sources.parks)),
    ...sources.parks.map(fromPark),
  ];
  const forms: Record<Language, Map<string, Set<number>>> = { fi: new Map(), sv: new Map(), en: new Map() };
  const parts: Record<Language, Set<string>> = { fi: new Set(), sv: new Set(), en: new Set() };
  entries.forEach((entry, position) => {
    const isName = entry.concept.kind === "place" || entry.concept.kind === "park";
    for (const language of LANGUAGES) {
      for (const form of entry.forms[language]) addForm(form, { language, position, isName, forms, parts });
    }
  });
  const data = {
    concepts: entries.map((entry) => entry.concept),
    forms: { fi: toForms(forms.fi), sv: toForms(forms.sv), en: toForms(forms.en) },
    parts: { fi: [...parts.fi], sv: [...parts.sv], en: [] },
  };
  const version = createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 12);
  return { version, ...data };
}

function toForms(forms: ReadonlyMap<string, ReadonlySet<number>>): LexiconForm[] {
  return [...forms].map(([form, positions]): LexiconForm => [form, ...positions]);
}

function addForm(
  form: string,
  target: {
    language: Language;
    position: number;
    /** Names of places and parks are parts of compounds only when long. */
    isName: boolean;
    forms: Record<Language, Map<string, Set<number>>>;
    parts: Record<Language, Set<string>>;
  },
): void {
  const { language, position, isName } = target;
  const forms = target.forms[language];
  const add = (key: string) => forms.set(key, (forms.get(key) ?? new Set()).add(position));
  const words = splitWords(form).map((word) => word.lower);
  const [first] = words;
  if (first === undefined) return;
  if (words.length === 1) for (const written of writtenForms(first, language)) add(exactKey(written));
  for (const variant of wordVariants(words, { language, isName })) {
    const stems = variant.map((word) => stemWord(word, language));
    if (variant.length > 1 || language === "fi" || !isOverStemmed(variant[0] as string, stems[0] as string)) {
      add(stems.join(" "));
    }
    if (variant.length > 1 || first.length < (isName ? SHORTEST_NAME_PART : 3)) continue;
    if (mayBePart(variant[0] as string, { language, base: first }))
      target.parts[language].add(variant[0] as string);
  }
}

/** A stem that lost most of its word ("organ" of "organisation") is shared by strangers. */
function isOverStemmed(word: string, stem: string): boolean {
  return word.length - stem.length > 4;
}

/** Forms looked up before any stem: the word itself and, in English, its regular endings. */
function writtenForms(word: string, language: Language): string[] {
  if (language !== "en") return [word];
  const base = word.replace(/e$/, "");
  return [word, `${word}s`, `${base}es`, `${base}ed`, `${base}ing`, word.replace(/y$/, "ies")];
}

/** The first part of a Finnish compound stands in its base form or a genitive. */
function mayBePart(form: string, context: { language: Language; base: string }): boolean {
  return context.language !== "fi" || form === context.base || form.endsWith("n");
}

/** Only the last word of a Finnish or Swedish phrase is spread out fully; the others inflect too, but their stems agree. */
function wordVariants(
  words: readonly string[],
  context: { language: Language; isName: boolean },
): string[][] {
  const { language, isName } = context;
  const last = words.at(-1) as string;
  const head = words.slice(0, -1);
  if (language === "sv") return swedishForms(last).map((form) => [...head, form]);
  if (language !== "fi") return [[...words]];
  const heads = head.length === 0 ? [[]] : headVariants(head);
  // A stem much shorter than the word ("kip" of "kipsi") would meet other words; "Lapin" of "Lappi" is wanted.
  const shortest = Math.min(isName ? 3 : 4, last.length - 1);
  const forms = finnishForms(last).filter((form) => stemWord(form, language).length >= shortest);
  return heads.flatMap((start) =>
    forms.filter((form) => agrees(start, { form, head })).map((form) => [...start, form]),
  );
}

/** The first word stays as it is, or takes the ending of the last ("hienoa kalsiittia"). */
function agrees(start: readonly string[], context: { form: string; head: readonly string[] }): boolean {
  const [first] = start;
  return first === undefined || first === context.head[0] || first.at(-1) === context.form.at(-1);
}

/** Adjectives agree with their noun ("hieno kalsiitti", "hienoa kalsiittia"): a few forms of the first word. */
function headVariants(head: readonly string[]): string[][] {
  const first = head[0] as string;
  const rest = head.slice(1);
  const stems = new Map(finnishForms(first).map((form) => [stemWord(form, "fi"), form]));
  return [...stems.values()].map((form) => [form, ...rest]);
}

function toEntry(
  concept: Omit<Concept, "weight"> & { weight?: number },
  forms: Record<Language, string[]>,
): Entry {
  return { concept: { ...concept, weight: concept.weight ?? WEIGHTS[concept.kind] }, forms };
}

/** A general word with the id of a concept of the trade lends it its everyday forms. */
function fromConcept(
  record: ConceptRecord,
  context: { everyday: readonly WordRecord[]; trade: ReadonlySet<string> },
): Entry {
  const { everyday, trade } = context;
  const { en, fi, sv } = record;
  const near = everyday.flatMap((word) => nearConcepts(word, trade));
  const forms = (language: Language) => everyday.flatMap((word) => word[language]);
  return toEntry(
    {
      id: `trade:${record.concept_id}`,
      kind: "trade",
      labels: { en, fi, sv },
      ...(near.length === 0 ? {} : { near }),
    },
    {
      en: [en, ...record.synonyms_en, ...forms("en")],
      fi: [fi, ...record.synonyms_fi, ...forms("fi")],
      sv: [sv, ...record.synonyms_sv, ...forms("sv")],
    },
  );
}

function fromWord(record: WordRecord, trade: ReadonlySet<string>): Entry {
  const near = nearConcepts(record, trade);
  const label = (language: Language) => record[language][0] ?? record.id;
  return toEntry(
    {
      id: `word:${record.id}`,
      kind: "word",
      labels: { en: label("en"), fi: label("fi"), sv: label("sv") },
      ...(near.length === 0 ? {} : { near }),
    },
    { en: record.en, fi: record.fi, sv: record.sv },
  );
}

/** A word that lends its forms to a concept of the trade is that concept. */
function nearConcepts(record: WordRecord, trade: ReadonlySet<string>): string[] {
  return record.near.map((id) => (trade.has(id) ? `trade:${id}` : `word:${id}`));
}

/** Names as they stand and as they are typed where the keyboard has no ä, ö or å ("Aanekoski"). */
function withPlainLetters(names: readonly string[]): string[] {
  const plain = names.map((name) => name.normalize("NFD").replace(/\p{M}/gu, ""));
  return [...new Set([...names, ...plain])];
}

/** A place brings its parks along: who asks for Harjavalta may mean the park there. */
function fromPlace(record: PlaceRecord, parks: readonly ParkRecord[]): Entry {
  const { en, fi, sv } = record;
  const all = withPlainLetters([en, fi, sv]);
  const own = parks.filter(
    (park) => park.kind === "park" && park.municipalities.some((name) => all.includes(name)),
  );
  const related = own.map((park) => `park:${park.id}`);
  return toEntry(
    {
      id: `place:${record.id}`,
      kind: "place",
      labels: { en, fi, sv },
      weight: record.id === HOME_COUNTRY ? COUNTRY_WEIGHT : 1,
      ...(related.length === 0 ? {} : { related }),
    },
    { en: all, fi: all, sv: all },
  );
}

/** Names of parks are used across languages, so each language knows all of them. */
function fromPark(record: ParkRecord): Entry {
  const labels = { en: record.name_en, fi: record.name_fi, sv: record.name_sv };
  const all = withPlainLetters([labels.en, labels.fi, labels.sv, ...record.aliases]);
  return toEntry({ id: `park:${record.id}`, kind: "park", labels }, { en: all, fi: all, sv: all });
}
