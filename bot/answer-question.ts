import { mayRead, type Reader } from "../knowledge/languages.ts";
import type { KnowledgeView } from "./knowledge-view.ts";
import { answerFromPassages } from "./skills/answer-passages.ts";
import { answerFromTables } from "./skills/answer-tables.ts";
import { answerCompanies } from "./skills/companies/answer-companies.ts";
import type { ReplyDraft } from "./skills/compose-reply.ts";
import { expandDocuments } from "./skills/expand-documents.ts";
import { answerFromFaq } from "./skills/faq/answer-from-faq.ts";
import { dropTempting } from "./skills/faq/drop-tempting.ts";
import { answerLocations } from "./skills/locations/answer-locations.ts";
import { answerParkList } from "./skills/parks/answer-park-list.ts";
import { suggestPartners } from "./skills/partners/suggest-partners.ts";
import { refuse } from "./skills/refuse.ts";
import { answerNoStreams, answerStreams } from "./skills/streams/answer-streams.ts";
import type { Question } from "./understand/question.ts";

const RETRIEVED = 30;

/**
 * Answers one understood question: exact rows first, then the best sentences, then a plain refusal.
 *
 * @param context.reader Rank of the asker; what it may not see takes no part.
 */
export function answerQuestion(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): ReplyDraft {
  const { view, reader } = context;
  const nearest = view.index.retriever.retrieve(question.text, {
    language: question.language,
    topK: RETRIEVED,
    isAllowed: (passage) => view.isBestVersion(passage, question.replyLanguage),
    reader,
    concepts: question.matches,
  });
  const retrieved = expandDocuments(nearest, {
    view,
    isAllowed: (passage) =>
      mayRead(reader, passage.visibility) && view.isBestVersion(passage, question.replyLanguage),
  });
  const found = { view, retrieved, reader };
  return (
    answerFromFaq(question, { view, reader, sureness: "asked" }) ??
    answerLocations(question, found) ??
    answerParkList(question, found) ??
    answerCompanies(question, found) ??
    suggestPartners(question, { ...found, sureness: "asked" }) ??
    answerStreams(question, found) ??
    answerFromTables(question, found) ??
    answerFromFaq(question, { view, reader, sureness: "strong" }) ??
    suggestPartners(question, { ...found, sureness: "told" }) ??
    answerFromPassages(question, { ...found, retrieved: dropTempting(question, found) }) ??
    answerNoStreams(question, found) ??
    refuse(question, found)
  );
}
