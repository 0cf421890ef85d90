import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createAnswerTurn } from "../../../bot/create-answer-turn.ts";
import { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { createMemoryStore } from "../../../bot/understand/memory.ts";
import { extendIndex, type KnowledgeIndex, NO_EXTENSION, openIndex } from "../../../indexer/index.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { parseFaq } from "../../../knowledge/parse-faq.ts";
import { InputError } from "../input-error.ts";
import { readJsonLines } from "../read-json-lines.ts";
import { type IndexChoice, withIndex } from "../with-index.ts";

const DESK_ENTRIES = join(import.meta.dirname, "..", "faq-desk");

/** A question with the entry that must answer it, or with the one that tempts and must not. */
export const faqCaseSchema = z.strictObject({
  id: z.string(),
  lang: z.enum(LANGUAGES),
  question: z.string(),
  /** Id of the entry whose answer is expected. */
  entry: z.string().optional(),
  /** Id of the entry that shares words with the question and answers another. */
  tempting: z.string().optional(),
  kind: z.string(),
});
export type FaqCase = z.infer<typeof faqCaseSchema>;

/** How one question was answered. */
export interface FaqScore {
  question: FaqCase;
  /** Id of the entry whose whole answer was given. */
  chosen?: string;
  isRight: boolean;
  reply: Reply;
}

/** Measures which questions get a curated answer, over the FAQ of the knowledge and entries as a desk writes them. */
export async function runFaq(
  options: IndexChoice & { file: string; isJson: boolean; isVerbose: boolean },
): Promise<string> {
  const cases = await readJsonLines(options.file, faqCaseSchema);
  const odd = cases.find(({ entry, tempting }) => (entry === undefined) === (tempting === undefined));
  if (odd !== undefined)
    throw new InputError(`Cannot measure: "${odd.id}" must have either "entry" or "tempting"`);
  const scores = await withIndex(options, async (folder) => askAll(cases, await openWithDesk(folder)));
  return present(scores, options);
}

/** The index with the entries of the fixture, as the desk adds them to a running bot. */
export async function openWithDesk(folder: string): Promise<KnowledgeIndex> {
  const read = await Promise.all(
    LANGUAGES.map(async (language) =>
      parseFaq(await readFile(join(DESK_ENTRIES, `${language}.md`), "utf8"), { language }),
    ),
  );
  const faq = read.flatMap(({ entries }) => entries);
  return extendIndex(await openIndex(folder), { ...NO_EXTENSION, faq });
}

async function askAll(cases: readonly FaqCase[], index: KnowledgeIndex): Promise<FaqScore[]> {
  const view = new KnowledgeView(index);
  const ids = new Set(index.passages.flatMap(({ faq }) => faq?.id ?? []));
  const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
  const scores: FaqScore[] = [];
  for (const question of cases) {
    const { id, entry, tempting } = question;
    const named = entry ?? tempting ?? "";
    if (!ids.has(named)) throw new InputError(`Cannot measure "${id}": there is no entry "${named}"`);
    const reply = await answerTurn({
      channel: "command-line",
      conversationId: id,
      text: question.question,
      reader: "public",
    });
    const chosen = findChosen(reply, index);
    scores.push({
      question,
      ...(chosen === undefined ? {} : { chosen }),
      isRight: chosen === entry && reply.language === question.lang,
      reply,
    });
  }
  return scores;
}

/** The date that stands below a curated answer and nowhere else. */
const DATED =
  /(?:Vastaus päivätty .+|Vastaus vuodelta \d{4}|Svaret är daterat .+|Svaret är från \d{4}|Answer of .+)\.$/u;

/**
 * The entry whose whole answer was given as a curated one: every sentence of it, and its date. Of several that are
 * quoted it is the one that is read first.
 */
function findChosen({ text, citations }: Reply, index: KnowledgeIndex): string | undefined {
  if (!DATED.test(text) || citations.length === 0) return undefined;
  const whole = index.passages.filter(
    ({ faq, sentences }) => faq !== undefined && sentences.every((sentence) => text.includes(sentence.text)),
  );
  const placeOf = ({ sentences }: (typeof whole)[number]) => text.indexOf(sentences[0]?.text ?? "");
  return whole.sort((one, other) => placeOf(one) - placeOf(other))[0]?.faq?.id;
}

function present(scores: readonly FaqScore[], options: { isJson: boolean; isVerbose: boolean }): string {
  const figures = {
    hits: summarise(scores.filter(({ question }) => question.entry !== undefined)),
    nearMisses: summarise(scores.filter(({ question }) => question.tempting !== undefined)),
  };
  const failures = scores
    .filter(({ isRight }) => !isRight)
    .map(({ question, chosen, reply }) => ({
      id: question.id,
      asked: question.question,
      expected: question.entry ?? `not ${question.tempting}`,
      chosen: chosen ?? "none",
      answered: `${reply.refused ? "(refused)" : `(${reply.intent})`} ${reply.text.replace(/\s+/g, " ").slice(0, 100)}`,
    }));
  if (options.isJson) return JSON.stringify({ ...figures, ...(options.isVerbose ? { failures } : {}) });
  const lines = [
    `hits: ${figures.hits.questions} questions; the curated answer given ${percent(figures.hits.right)}; another entry's ${percent(figures.hits.wrongEntry)} (${byLanguage(figures.hits)})`,
    `near misses: ${figures.nearMisses.questions} questions; a wrong entry chosen ${percent(figures.nearMisses.wrongEntry)} (${byLanguage(figures.nearMisses)})`,
  ];
  const told = options.isVerbose
    ? failures.map(
        ({ id, asked, expected, chosen, answered }) =>
          `${id} ${asked}\n  expected ${expected}, chosen ${chosen}\n  ${answered}`,
      )
    : [];
  return [...told, ...lines].join("\n");
}

interface FaqFigures {
  questions: number;
  right: number;
  /** Share answered with an entry that does not answer it. */
  wrongEntry: number;
  rightByLanguage: Record<string, number>;
}

function summarise(scores: readonly FaqScore[]): FaqFigures {
  const share = (part: readonly FaqScore[], whole: readonly FaqScore[]) =>
    whole.length === 0 ? 1 : Math.round((part.length / whole.length) * 1000) / 1000;
  const isWrong = ({ chosen, question }: FaqScore) => chosen !== undefined && chosen !== question.entry;
  const right = scores.filter(({ isRight }) => isRight);
  return {
    questions: scores.length,
    right: share(right, scores),
    wrongEntry: scores.length === 0 ? 0 : share(scores.filter(isWrong), scores),
    rightByLanguage: Object.fromEntries(
      LANGUAGES.map((language) => {
        const of = (list: readonly FaqScore[]) => list.filter(({ question }) => question.lang === language);
        return [language, share(of(right), of(scores))];
      }),
    ),
  };
}

function byLanguage({ rightByLanguage }: FaqFigures): string {
  return `right ${Object.entries(rightByLanguage)
    .map(([language, share]) => `${language} ${percent(share)}`)
    .join(", ")}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
