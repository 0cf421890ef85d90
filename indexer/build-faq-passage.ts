import { createHash } from "node:crypto";
import type { FaqEntry } from "../knowledge/parse-faq.ts";
import type { FindSource } from "./find-source.ts";
import type { FaqReference, Passage, SourceReference } from "./passage.ts";
import { parseMarkdown } from "./read/read-markdown.ts";
import { splitPassages } from "./split-passages.ts";

/**
 * Turns a curated question with its answer into one passage: the whole answer, each sentence with the sources of its
 * marks, else with those that the entry names in its details, else with the file.
 *
 * @param options.findSource Finds the source of a mark.
 * @param options.origin `desk` for an entry that was written at run time. @default {none: from a file}
 * @returns Nothing for an answer without words.
 */
export function buildFaqPassage(
  entry: FaqEntry,
  options: { findSource: FindSource; origin?: FaqReference["origin"] },
): Passage | undefined {
  const { id, file, language, visibility, question, variants, answerWithMarks } = entry;
  const year = entry.year ?? yearOf(entry.changed);
  const [first, ...rest] = splitPassages(
    {
      file,
      title: question,
      language,
      visibility,
      blocks: parseMarkdown(answerWithMarks).blocks,
      alternatives: [],
      ...(year === undefined ? {} : { year }),
      ...(entry.park === undefined ? {} : { park: entry.park }),
    },
    { detectLanguage: () => language, findSource: options.findSource, targetChars: 4000 },
  );
  if (first === undefined) return undefined;
  const merged = citeOwnSources(rest.reduce(merge, first), entry);
  return {
    ...merged,
    id: hash("faq", language, id, JSON.stringify(merged.sentences), question, ...variants),
    kind: "faq",
    headings: [question],
    faq: toReference(entry, options.origin),
    hidden: variants,
  };
}

function toReference(entry: FaqEntry, origin: FaqReference["origin"]): FaqReference {
  const { id, question, variants, changed, until, tags } = entry;
  return {
    id,
    question,
    variants,
    ...(changed === undefined ? {} : { changed }),
    ...(until === undefined ? {} : { validUntil: until }),
    ...(origin === undefined ? {} : { origin }),
    ...(tags === undefined ? {} : { tags }),
  };
}

function merge(into: Passage, next: Passage): Passage {
  const offset = into.sources.length;
  const moved = next.sentences.map((sentence) => ({
    ...sentence,
    sources: sentence.sources.map((position) => position + offset),
  }));
  return { ...into, sources: [...into.sources, ...next.sources], sentences: [...into.sentences, ...moved] };
}

/** A sentence without a mark rests on the sources that the entry names, in place of its file. */
function citeOwnSources(passage: Passage, { ownSources = [], file, question }: FaqEntry): Passage {
  if (ownSources.length === 0) return passage;
  const isFile = (source: SourceReference | undefined) =>
    source?.source === file && source.title === question;
  const own = ownSources.map(
    ({ title, url, year }): SourceReference => ({
      title,
      source: url ?? file,
      ...(year === undefined ? {} : { year }),
    }),
  );
  const kept = passage.sources.filter((source) => !isFile(source));
  const ofOwn = own.map((_, position) => kept.length + position);
  const sentences = passage.sentences.map((sentence) => ({
    ...sentence,
    sources: sentence.sources.flatMap((position) => {
      const source = passage.sources[position];
      return source === undefined || isFile(source) ? ofOwn : [kept.indexOf(source)];
    }),
  }));
  return { ...passage, sources: [...kept, ...own], sentences };
}

function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

function hash(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}
