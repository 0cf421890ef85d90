import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { FaqEntry } from "../../../knowledge/parse-faq.ts";
import { listMarks, removeMarks, splitBlocks } from "../../../knowledge/source-marks.ts";
import { answeredLanguages, type FaqContent } from "./faq-entry.ts";
import { nameOwnStatement } from "./own-statement.ts";

/** What the words of an entry in the files depend on. */
export interface EntryContext {
  /** Name of a park by its id; of the desk itself without one. */
  placeName: (park: string | undefined, language: Language) => string;
  /** Day that an answer without a day of its own gets, `2026-03-01`. */
  today: string;
}

/**
 * Writes an entry as the knowledge files hold it: one for each language that has an answer. Questions of a language
 * without an answer become other ways to ask the first one, so that they find it.
 *
 * The live knowledge and the export are both made of this, so that they answer alike.
 *
 * @returns Nothing for an entry without any answer.
 */
export function toFaqEntries(id: string, content: FaqContent, context: EntryContext): FaqEntry[] {
  const answered = answeredLanguages(content);
  const foreign = LANGUAGES.filter((language) => !answered.includes(language)).flatMap((language) => {
    const { question, variants } = content.texts[language];
    return [question, ...variants].filter((text) => text !== "");
  });
  return answered.map((language, at) => {
    const { question, variants, answered: changed } = content.texts[language];
    const { answer, ownSources } = citeSources(content, { language, context });
    const { park, year, validUntil, tags, visibility } = content;
    return {
      id,
      language,
      question,
      variants: [...new Set([...variants, ...(at === 0 ? foreign : [])])],
      ...(park === undefined ? {} : { park }),
      ...(year === undefined ? {} : { year }),
      ...(changed === undefined ? {} : { changed }),
      ...(validUntil === undefined ? {} : { until: validUntil }),
      ...(tags.length === 0 ? {} : { tags }),
      visibility,
      sources: listMarks(answer),
      ...(ownSources.length === 0 ? {} : { ownSources }),
      answer: removeMarks(answer),
      answerWithMarks: answer,
      file: `faq/${language}.md`,
      line: 0,
    };
  });
}

/**
 * Sources that `sources.csv` all has become marks behind what is unmarked; any others stand in the details. An answer
 * with neither rests on the coordinator's own word.
 */
function citeSources(
  content: FaqContent,
  { language, context }: { language: Language; context: EntryContext },
): { answer: string; ownSources: NonNullable<FaqEntry["ownSources"]> } {
  const { sources, park } = content;
  const { answer, answered } = content.texts[language];
  const marks = sources.flatMap(({ mark }) => mark ?? []);
  if (sources.length > 0 && marks.length === sources.length) {
    return { answer: addMarks(answer, marks), ownSources: [] };
  }
  if (sources.length === 0) {
    if (listMarks(answer).length > 0) return { answer, ownSources: [] };
    const day = answered ?? context.today;
    const title = nameOwnStatement({ language, place: context.placeName(park, language), day });
    return { answer, ownSources: [{ title, year: Number(day.slice(0, 4)) }] };
  }
  return { answer, ownSources: sources.map(({ mark: _, ...source }) => source) };
}

/** Puts marks behind each paragraph, item of a list and row of a table that has none. */
function addMarks(answer: string, ids: readonly string[]): string {
  const lines = answer.split("\n");
  const marks = ids.map((id) => `[^${id}]`).join(" ");
  for (const { line, text } of splitBlocks(answer)) {
    if (listMarks(text).length > 0) continue;
    const last = line - 1 + text.split("\n").length - 1;
    const words = lines[last] ?? "";
    lines[last] = /^\s*\|.*\|\s*$/.test(words)
      ? words.replace(/\s*\|\s*$/, ` ${marks} |`)
      : `${words} ${marks}`;
  }
  return lines.join("\n");
}
