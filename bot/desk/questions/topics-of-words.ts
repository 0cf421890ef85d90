import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { rememberPer } from "../../remember.ts";
import { isFocusConcept } from "../../understand/focus-concepts.ts";

/** Kinds of topics: which park, which material, which fact. */
export const TOPIC_KINDS = ["park", "material", "fact"] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** A question that names more is hardly about any of them. */
const MOST_TOPICS = 6;

/** Facts that are asked for beside those that an answer must speak of. */
const MORE_FACTS = new Set(
  `contact-person permit environmental-permit by-product-status end-of-waste transport capacity steam electricity
  district-heating cooling-water waste-water port railway free-area plot composition use storage funding`
    .split(/\s+/)
    .flatMap((id) => [`word:${id}`, `trade:${id}`]),
);

/**
 * Tells what words are about: ids of concepts such as `park:eco3`, `trade:fly-ash`, `word:price`.
 *
 * No words are kept of a plain question: its topics come from the vocabulary alone.
 *
 * @returns At most six, each once.
 */
export function topicsOfWords(
  words: string,
  { language, view }: { language: Language; view: KnowledgeView },
): readonly string[] {
  return READERS[language](view, words);
}

const READERS: Record<Language, (view: KnowledgeView, words: string) => readonly string[]> = {
  fi: rememberPer((view, words) => readTopics(words, { language: "fi", view })),
  sv: rememberPer((view, words) => readTopics(words, { language: "sv", view })),
  en: rememberPer((view, words) => readTopics(words, { language: "en", view })),
};

function readTopics(
  words: string,
  { language, view }: { language: Language; view: KnowledgeView },
): readonly string[] {
  const matches = view.index.lexicon.match(words, language).filter(({ share }) => share === 1);
  const found = new Set<string>();
  for (const { concept } of matches) {
    const parks = concept.kind === "place" ? (concept.related ?? []) : [];
    if (topicKind(concept.id, view) !== undefined) found.add(concept.id);
    // "In Kokkola" means the park there, where there is but one.
    else if (parks.length === 1 && parks[0] !== undefined) found.add(parks[0]);
  }
  return [...found].slice(0, MOST_TOPICS);
}

/** Which kind of topic a concept is; `undefined` for one that is none. */
export function topicKind(id: string, view: KnowledgeView): TopicKind | undefined {
  if (id.startsWith("park:")) return "park";
  if (view.materials.has(id)) return "material";
  return isFocusConcept(id) || MORE_FACTS.has(id) ? "fact" : undefined;
}
