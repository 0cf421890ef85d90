import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openIndex, type Passage, passageText } from "../../../indexer/index.ts";
import { type EvaluationQuestion, parseQuestions } from "../../quality/answers/read-questions.ts";
import type { Collection, CollectionPassage } from "../../quality/retrieval/read-collection.ts";

const FOLDER = join(import.meta.dirname, "../../quality");

/**
 * Makes a collection for retrieval of the product's own knowledge and the question sets on it. A passage answers a question
 * when it is in its language, holds every expected fact and rests on an expected source.
 *
 * @param index Folder of an index of the product's knowledge.
 */
export async function readOwnCollection(index: string): Promise<Collection> {
  const { passages } = await openIndex(index);
  const questions = readQuestions().flatMap((question) => {
    const answering = [...passages.keys()].filter((at) => answers(passages[at] as Passage, question));
    if (answering.length === 0) return [];
    const { id, turns, lang: language } = question;
    return [{ id, language, text: turns[0] ?? "", relevances: new Map(answering.map((at) => [at, 1])) }];
  });
  return { passages: passages.map(toCollectionPassage), questions };
}

function toCollectionPassage(passage: Passage): CollectionPassage {
  const { id, title, headings, language } = passage;
  return { id, language, title: [title, ...headings].join(". "), text: passageText(passage) };
}

function readQuestions(): EvaluationQuestion[] {
  return readdirSync(FOLDER)
    .filter((name) => /^answers-knowledge.*\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => parseQuestions(readFileSync(join(FOLDER, name), "utf8")).questions)
    .filter(({ turns, expect }) => turns.length === 1 && !expect.refused);
}

function answers(passage: Passage, { expect, lang }: EvaluationQuestion): boolean {
  const text = `${passage.title}. ${passage.headings.join(". ")}. ${passageText(passage)}`;
  const plain = text.replace(/(?<=\d)[\s,\u00a0\u202f](?=\d{3}(?!\d))/g, "");
  const isFrom = ({ title, source }: Passage["sources"][number]) =>
    expect.sources.some((part) => title.includes(part) || source.includes(part));
  return (
    passage.language === lang &&
    passage.visibility === "public" &&
    passage.sources.some(isFrom) &&
    expect.facts.every((group) => group.some((pattern) => pattern.test(text) || pattern.test(plain)))
  );
}
