import { type Language, mayRead, type Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { StreamQuery } from "../../query/stream-query.ts";
import { capitalised } from "../../reply/capitalised.ts";
import { askingSentences } from "../../understand/asking-sentence.ts";
import { asksStreams } from "../../understand/asks-streams.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import { readStreamQuery } from "../../understand/read-stream-query.ts";
import { STREAM_NOUN } from "../../understand/stream-request-words.ts";
import { composeReply, type ReplyDraft } from "../compose-reply.ts";
import { withheldLines } from "../withheld-lines.ts";
import { codeLines } from "./code-lines.ts";
import { describeQuery } from "./describe-query.ts";
import { hazardLines } from "./hazard-lines.ts";
import { presentStreams } from "./present-streams.ts";
import { STREAM_TEXTS } from "./texts.ts";

interface StreamContext {
  view: KnowledgeView;
  reader: Reader;
}

/**
 * Reads a question as one to the side-stream table.
 *
 * @returns Nothing when it is none, or not understood to the last word.
 */
export function understandStreams(question: Question, context: StreamContext): StreamQuery | undefined {
  const { view } = context;
  if (view.index.tables.streams === undefined) return undefined;
  const read = readStreamQuery(question, context);
  return asksStreams(question, read) ? read.query : understandAskingSentence(question, context);
}

/** "There are three of us. Which slags in Raahe are sold?": what is told beside the question narrows nothing. */
function understandAskingSentence(question: Question, context: StreamContext): StreamQuery | undefined {
  const { language, replyLanguage } = question;
  const sentences = askingSentences(question.text);
  const reads = sentences.map((text) => {
    const asked = analyseQuestion(text, { language, replyLanguage, view: context.view });
    return { asked, read: readStreamQuery(asked, context) };
  });
  const found = reads.filter(({ asked, read }) => asksStreams(asked, read));
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  const others = reads.filter((other) => other !== only);
  return others.some(({ read }) => TELLING.some((key) => read.query[key] !== undefined))
    ? undefined
    : only.read.query;
}

/** A condition in another sentence belongs to the question: then all of it must be understood, or nothing. */
const TELLING = [
  "parks",
  "places",
  "producers",
  "quantity",
  "hasQuantity",
  "forms",
  "hazardous",
  "statuses",
  "notStatuses",
  "wasteCode",
  "years",
] as const;

/**
 * Answers a question to the side-stream table with exact rows and sums: "Mitä kalkkisivuvirtoja yli 10 000 t on?".
 *
 * @returns Nothing when the question is none, or no row meets it; see {@link answerNoStreams}.
 */
export function answerStreams(question: Question, context: StreamContext): ReplyDraft | undefined {
  const query = understandStreams(question, context);
  if (query === undefined) return undefined;
  const options = { ...context, language: question.replyLanguage };
  const draft = answerStreamQuery(query, options);
  // "Is there any plastic waste in Kokkola?": no text says that there is none; nor is one the answer to a sum of
  // streams, to hazard or to a code. "How much pulp does it make?" may well be told by a text.
  const isAsked =
    ASKS_EXISTENCE.test(question.text) ||
    query.hazardous !== undefined ||
    (query.wasteCode !== undefined && STREAM_NOUN.test(question.text)) ||
    (STREAM_NOUN.test(question.text) && (query.measure ?? query.groupBy) !== undefined);
  return draft ?? (isAsked ? composeNoStreams(query, options) : undefined);
}

const ASKS_EXISTENCE =
  /^\W*(?:(?:is|are) there|do(?:es)? (?:any|anyone|they)|any|have you|onko|löytyykö|syntyykö|muodostuuko|tuleeko|finns|uppstår|uppkommer|bildas)(?!\p{L})/iu;

/**
 * Answers a query with its rows.
 *
 * @param context.skip How many rows have been shown before.
 * @returns Nothing when no row meets the query.
 */
export function answerStreamQuery(
  query: StreamQuery,
  context: StreamContext & { language: Language; skip?: number },
): ReplyDraft | undefined {
  const result = context.view.streams.run(query, context.reader);
  if (result.rows.length <= (context.skip ?? 0)) return undefined;
  return presentStreams(result, { ...context, query });
}

/**
 * Says that the table has no such row: the honest answer to a question that was understood, where no text says more.
 *
 * @returns Nothing when the question is none to the table.
 */
export function answerNoStreams(question: Question, context: StreamContext): ReplyDraft | undefined {
  const { view, reader } = context;
  const query = understandStreams(question, context);
  const rows = (view.index.tables.streams ?? []).filter((row) => mayRead(reader, row.visibility));
  if (query === undefined || rows.length === 0) return undefined;
  const draft = composeNoStreams(query, { ...context, language: question.replyLanguage });
  return draft;
}

/** The words of an empty result; where the query does have rows, that all of them have been shown. */
export function composeNoStreams(
  query: StreamQuery,
  context: StreamContext & { language: Language },
): ReplyDraft {
  const { language, view, reader } = context;
  const texts = STREAM_TEXTS[language];
  const where = capitalised(describeQuery(query, context).join(" · ")) || texts.all;
  const count = view.streams.run(query, reader).rows.length;
  const frame = count === 0 ? texts.none(where) : texts.noMore(count, where);
  const open = count === 0 ? [...hazardLines(query, context), ...codeLines({ ...context, query })] : [];
  const withheld = withheldLines(["streams"], context);
  const draft = composeReply({ language, intent: "streams", lines: [{ frame }, ...open, ...withheld] });
  return { ...draft, streams: [], totals: [], streamQuery: { query, shown: count } };
}
