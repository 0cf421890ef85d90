import type { RetrievedPassage } from "../indexer/index.ts";
import { mayRead, type Reader } from "../knowledge/languages.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { measureStep } from "./observe/measure-step.ts";
import { answerFromPassages } from "./skills/answer-passages.ts";
import { answerFromTables } from "./skills/answer-tables.ts";
import { answerCompanies } from "./skills/companies/answer-companies.ts";
import type { ReplyDraft } from "./skills/compose-reply.ts";
import { expandDocuments } from "./skills/expand-documents.ts";
import { answerFromFaq } from "./skills/faq/answer-from-faq.ts";
import { dropTempting } from "./skills/faq/drop-tempting.ts";
import { answerLocations } from "./skills/locations/answer-locations.ts";
import { analyseFor } from "./skills/match-passage.ts";
import { answerParkList } from "./skills/parks/answer-park-list.ts";
import { answerParkRanking } from "./skills/parks/answer-park-ranking.ts";
import { suggestPartners } from "./skills/partners/suggest-partners.ts";
import { refuse } from "./skills/refuse.ts";
import { answerNoStreams, answerStreams } from "./skills/streams/answer-streams.ts";
import { findAskingSentence } from "./understand/asking-sentence.ts";
import type { Question } from "./understand/question.ts";

const RETRIEVED = 30;

/** An answer with what it was made of. */
export interface FoundAnswer {
  draft: ReplyDraft;
  /**
   * The rules understood the question and answered it from rows, an approved answer or a contact: there is nothing that
   * other words would make better.
   */
  isExact: boolean;
  /** Passages that the question found, best first, without those that only look like its answer. */
  retrieved: readonly RetrievedPassage[];
}

/** What the skills answer with. */
interface Found {
  view: KnowledgeView;
  reader: Reader;
  retrieved: readonly RetrievedPassage[];
}

/**
 * Answers one understood question: exact rows first, then the best sentences, then a plain refusal.
 *
 * @param context.reader Rank of the asker; what it may not see takes no part.
 */
export async function findAnswer(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): Promise<FoundAnswer> {
  const found = { ...context, retrieved: await retrieve(question, context) };
  return measureStep("skill", () => answerFrom(question, found));
}

/** The first skill that has an answer. */
function answerFrom(question: Question, found: Found): FoundAnswer {
  const asking = (): ReplyDraft | undefined => {
    const alone = findAskingSentence(question, found.view);
    return alone && answerExactly(alone, found);
  };
  const exact = answerExactly(question, found) ?? asking();
  if (exact !== undefined) return { draft: exact, isExact: true, retrieved: found.retrieved };
  const retrieved = dropTempting(question, found);
  const quoted = answerFromPassages(question, { ...found, retrieved });
  if (quoted !== undefined) return { draft: quoted, isExact: quoted.intent === "contact", retrieved };
  const none = answerNoStreams(question, found);
  if (none !== undefined) return { draft: none, isExact: true, retrieved };
  return { draft: refuse(question, found), isExact: false, retrieved };
}

/** The passages nearest to a question, with the rest of the short documents they stand in. */
async function retrieve(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): Promise<RetrievedPassage[]> {
  const { view, reader } = context;
  const nearest = await measureStep("retrieve", () =>
    view.index.retriever.retrieve(question.text, {
      language: question.language,
      topK: RETRIEVED,
      isAllowed: (_, entry) => view.isBestVersion(entry, question.replyLanguage),
      reader,
      concepts: question.matches,
    }),
  );
  const retrieved = expandDocuments(nearest, {
    view,
    isAllowed: (passage, entry) =>
      mayRead(reader, passage.visibility) && view.isBestVersion(entry, question.replyLanguage),
  });
  await analyseFor(retrieved, { view });
  return retrieved;
}

/** The skills that answer what they understand to the last word, in their order. */
function answerExactly(question: Question, found: Found): ReplyDraft | undefined {
  const { view, reader } = found;
  return (
    answerFromFaq(question, { view, reader, sureness: "asked" }) ??
    answerLocations(question, found) ??
    answerParkRanking(question, found) ??
    answerParkList(question, found) ??
    answerCompanies(question, found) ??
    suggestPartners(question, { ...found, sureness: "asked" }) ??
    answerStreams(question, found) ??
    answerFromTables(question, found) ??
    answerFromFaq(question, { view, reader, sureness: "strong" }) ??
    suggestPartners(question, { ...found, sureness: "told" })
  );
}
