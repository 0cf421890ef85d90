import { passageText } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { Citation } from "../reply/reply.ts";
import { TEXTS } from "../texts.ts";
import type { AnswerSource } from "./answer-source.ts";
import { measureSupport } from "./check/measure-support.ts";
import type { CitedSentence } from "./cut-sentences.ts";
import type { Quote } from "./find-quote.ts";

/** Words of an answer at most; what comes after is left out. */
const MOST_WORDS = 180;

/**
 * An answer that grows by sentences which have been checked. Sources are numbered in the order in which they are first
 * cited, so that what has been shown never changes.
 */
export class CheckedAnswer {
  readonly #language: Language;
  readonly #view: KnowledgeView;
  readonly #citations: Citation[] = [];
  readonly #quoted = new Set<string>();
  #text = "";
  #wasListItem = false;
  /** Sentences of the model that were let through. */
  written = 0;
  /** Sentences of sources that stand in the place of others. */
  quotes = 0;

  constructor({ language, view }: { language: Language; view: KnowledgeView }) {
    this.#language = language;
    this.#view = view;
  }

  /** Markdown with marks. */
  get text(): string {
    return this.#text;
  }

  get citations(): Citation[] {
    return [...this.#citations];
  }

  get isFull(): boolean {
    return this.#text.split(/\s+/).length >= MOST_WORDS;
  }

  /** Adds a sentence that has been found to be borne out by what it cites. */
  write({ text, isListItem }: CitedSentence, sources: readonly AnswerSource[]): void {
    const marks = sources.map((source) => this.#cite(source, this.#positionsFor(text, source))).join("");
    this.#append(`${text} ${marks}`, isListItem);
    this.written += 1;
  }

  /** Adds a sentence of a source as it stands; one that has been added already is not added again. */
  quote({ source, at }: Quote): void {
    const { sentence } = source.sentences[at] ?? {};
    const key = `${source.n} ${at}`;
    if (sentence === undefined || this.#quoted.has(key) || this.#text.includes(sentence.text)) return;
    this.#quoted.add(key);
    const { language } = source.passage;
    const isForeign = language !== this.#language;
    const words = isForeign
      ? `${TEXTS[this.#language].quotedIn[language]} ”${sentence.text}”`
      : sentence.text;
    this.#append(`${words} ${this.#cite(source, sentence.sources)}`, false);
    this.quotes += 1;
  }

  #append(words: string, isListItem: boolean): void {
    const line = isListItem ? `- ${words}` : words;
    const joint = isListItem ? (this.#wasListItem ? "\n" : "\n\n") : this.#wasListItem ? "\n\n" : " ";
    this.#text = this.#text === "" ? line : this.#text + joint + line;
    this.#wasListItem = isListItem;
  }

  /** The publications that the nearest sentence of a passage rests on: a passage may rest on several. */
  #positionsFor(text: string, { sentences }: AnswerSource): readonly number[] {
    const { lexicon } = this.#view.index;
    const language = this.#language;
    const rated = sentences.map(({ sentence, evidence }) => ({
      sentence,
      share: measureSupport(text, { language, lexicon, evidence: [evidence] }).share,
    }));
    const [best] = rated.sort((one, other) => other.share - one.share);
    return best?.sentence.sources ?? [0];
  }

  #cite({ passage }: AnswerSource, positions: readonly number[]): string {
    const words = passageText(passage);
    const marks = positions.flatMap((position) => {
      const source = passage.sources[position];
      if (source === undefined) return [];
      const known = this.#citations.find(
        (citation) =>
          citation.source === source.source && citation.title === source.title && citation.passage === words,
      );
      if (known !== undefined) return [known.n];
      const n = this.#citations.length + 1;
      this.#citations.push({ n, ...source, passage: words, language: passage.language });
      return [n];
    });
    return [...new Set(marks)].map((n) => `[${n}]`).join("");
  }
}
