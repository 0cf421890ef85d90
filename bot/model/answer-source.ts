import { type Passage, passageText, type RetrievedPassage, type Sentence } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Citation } from "../reply/reply.ts";
import { type Evidence, readEvidence } from "./check/evidence.ts";
import { delimitSource } from "./delimit-data.ts";
import { holdsInstructions } from "./find-instructions.ts";

/** A passage as the model gets it, and what its sentences are checked against. */
export interface AnswerSource {
  /** Number under which the model cites it. */
  n: number;
  passage: Passage;
  /** The sentences that the model got. */
  sentences: readonly { sentence: Sentence; evidence: Evidence }[];
  /** All of them together, with the year that the citation shows. */
  body: Evidence;
  /** Title and headings: what the passage is about. */
  heading: Evidence;
}

const MOST_SOURCES = 6;
/** Longest text of one source, in characters. */
const MOST_CHARS = 1500;

/**
 * Chooses the passages that an answer may be written from: those the answer without a model rests on, then the nearest
 * others. A passage that speaks to an assistant is left out as a whole.
 *
 * @param retrieved Passages of the reader's own view, best first.
 */
export function gatherSources(
  retrieved: readonly RetrievedPassage[],
  context: { view: KnowledgeView; cited: readonly Citation[] },
): AnswerSource[] {
  const { view, cited } = context;
  const isCited = ({ passage }: RetrievedPassage) => {
    const text = passageText(passage);
    return cited.some((citation) => citation.passage === text);
  };
  const ordered = [
    ...retrieved.filter(isCited),
    ...retrieved.filter((found) => !isCited(found) && found.score > 0),
  ];
  return ordered
    .map(({ passage }) => passage)
    .filter(
      (passage) => !holdsInstructions([passage.title, ...passage.headings, passageText(passage)].join("\n")),
    )
    .slice(0, MOST_SOURCES)
    .map((passage, at) => toSource(passage, { n: at + 1, view }));
}

function toSource(passage: Passage, { n, view }: { n: number; view: KnowledgeView }): AnswerSource {
  const { language } = passage;
  const read = (text: string) => readEvidence(text, { language, lexicon: view.index.lexicon });
  let chars = 0;
  const shown = passage.sentences.filter(({ text }) => {
    chars += text.length + 1;
    return chars <= MOST_CHARS;
  });
  const years = [...new Set(passage.sources.flatMap(({ year }) => year ?? []))];
  return {
    n,
    passage,
    sentences: shown.map((sentence) => ({ sentence, evidence: read(sentence.text) })),
    body: read([...shown.map(({ text }) => text), ...years].join(" ")),
    heading: read([passage.title, ...passage.headings].join(". ")),
  };
}

/** The sources as the prompt shows them. */
export function presentSources(sources: readonly AnswerSource[]): string {
  return sources
    .map(({ n, passage, sentences }) => {
      const years = [...new Set(passage.sources.flatMap(({ year }) => year ?? []))].join(", ");
      const title = [passage.title, ...passage.headings.filter((heading) => heading !== passage.title)].join(
        " – ",
      );
      const lines = sentences.map(({ sentence }) => sentence.text).join("\n");
      return delimitSource(n, { title: years === "" ? title : `${title} (${years})`, text: lines });
    })
    .join("\n\n");
}
