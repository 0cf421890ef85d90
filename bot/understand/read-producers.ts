import type { Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { StreamQuery } from "../query/stream-query.ts";
import type { UnreadText } from "./unread-text.ts";

/** Words of producers' names; words in a row are one name ("Metsä Fibre"), where a producer bears it. */
export function readProducers(
  text: UnreadText,
  context: { query: StreamQuery; view: KnowledgeView; reader: Reader },
): void {
  const { query, view, reader } = context;
  for (const match of [
    ...text.rest.matchAll(/(?<!\p{L})\p{Lu}[\p{L}&]+(?:['’]s)?(?: \p{Lu}[\p{L}&]+(?:['’]s)?)*/gu),
  ]) {
    const whole = view.findProducer(bareName(match[0]), reader);
    if (whole !== undefined) {
      addProducer(query, whole);
      text.take([match.index, match.index + match[0].length]);
      continue;
    }
    // "Mitä SSAB:ltä": the first word has its capital from the sentence.
    for (const word of match[0].matchAll(/\S+/gu)) {
      const producer = view.findProducer(bareName(word[0]), reader);
      if (producer === undefined) continue;
      addProducer(query, producer);
      const start = match.index + word.index;
      text.take([start, start + word[0].length]);
    }
  }
}

function bareName(words: string): string {
  return words.replace(/['’]s(?!\p{L})/gu, "");
}

function addProducer(query: StreamQuery, producer: string): void {
  query.producers = [...new Set([...(query.producers ?? []), producer])];
}
