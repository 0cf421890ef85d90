import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { InputError } from "../input-error.ts";

/** One passage of a test collection. */
export interface CollectionPassage {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly language: Language;
}

/** One question with the passages that answer it. */
export interface CollectionQuestion {
  readonly id: string;
  readonly text: string;
  readonly language: Language;
  /** Relevance, above 0, of each answering passage by its position. */
  readonly relevances: ReadonlyMap<number, number>;
}

/** A test collection: what is searched, what is asked, and what should be found. */
export interface Collection {
  readonly passages: readonly CollectionPassage[];
  readonly questions: readonly CollectionQuestion[];
}

/**
 * Reads a folder of `corpus.jsonl`, `queries.jsonl` and `qrels.tsv`.
 *
 * Lines of the first two are `{"id", "text", "lang"?, "title"?}` (`_id` is read too); a missing or unknown `lang`
 * counts as English. Lines of the third are question, passage and relevance, with or without a heading line.
 * Questions without an answering passage are left out.
 *
 * @throws {InputError} If a file is missing or a line is not of that form; it names file and line.
 */
export function readCollection(folder: string): Collection {
  const passages = readRecords(join(folder, "corpus.jsonl"));
  const positions = new Map(passages.map(({ id }, position) => [id, position]));
  const relevances = readRelevances(join(folder, "qrels.tsv"), positions);
  const questions: CollectionQuestion[] = [];
  for (const { id, text, language } of readRecords(join(folder, "queries.jsonl"))) {
    const answering = relevances.get(id);
    if (answering !== undefined) questions.push({ id, text, language, relevances: answering });
  }
  if (questions.length === 0) {
    throw new InputError(`Cannot measure "${folder}": no question has an answering passage in "qrels.tsv"`);
  }
  return { passages, questions };
}

function readRecords(path: string): CollectionPassage[] {
  return readLines(path).map(({ line, number }) => {
    const record = parseRecord(line);
    if (record === undefined) {
      throw new InputError(`Cannot read "${path}", line ${number}: it is not JSON with an "id" and a "text"`);
    }
    return record;
  });
}

function parseRecord(line: string): CollectionPassage | undefined {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof record !== "object" || record === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(record));
  const id = fields.get("id") ?? fields.get("_id");
  const text = fields.get("text");
  const title = fields.get("title");
  if ((typeof id !== "string" && typeof id !== "number") || typeof text !== "string") return undefined;
  const language = LANGUAGES.find((known) => known === fields.get("lang")) ?? "en";
  return { id: String(id), text, language, ...(typeof title === "string" && title !== "" ? { title } : {}) };
}

function readRelevances(
  path: string,
  positions: ReadonlyMap<string, number>,
): Map<string, Map<number, number>> {
  const relevances = new Map<string, Map<number, number>>();
  for (const { line, number } of readLines(path)) {
    const [question, passage, relevanceText] = line.split("\t").map((cell) => cell.trim());
    const relevance = Number(relevanceText || "1");
    if (number === 1 && Number.isNaN(relevance)) continue;
    const position = positions.get(passage ?? "");
    if (question === undefined || position === undefined || Number.isNaN(relevance)) {
      throw new InputError(
        `Cannot read "${path}", line ${number}: it is not question, known passage and relevance`,
      );
    }
    if (relevance <= 0) continue;
    const answering = relevances.get(question) ?? new Map<number, number>();
    relevances.set(question, answering.set(position, relevance));
  }
  return relevances;
}

function readLines(path: string): { line: string; number: number }[] {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(`Cannot read "${path}": ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  return content
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "");
}
