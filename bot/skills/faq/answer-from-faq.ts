import { type Passage, passageText, type Sentence } from "../../../indexer/index.ts";
import { LANGUAGES, mayRead, type Reader } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { TEXTS } from "../../texts.ts";
import type { Question } from "../../understand/question.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "../compose-reply.ts";
import type { AskedKind } from "./asked-thing.ts";
import { isParkWord } from "./asking-words.ts";
import { dateFrames } from "./date-frames.ts";
import { FAQ_TEXTS } from "./faq-texts.ts";
import { matchFaq } from "./match-faq.ts";
import { isWrittenFor } from "./question-forms.ts";

export interface AnswerFromFaqContext {
  view: KnowledgeView;
  reader: Reader;
  /**
   * `asked`: only an entry that goes before the tables too: what the desk wrote, asked for in nearly its own words, and
   * what else no row of a table tells.
   * `strong`: every entry that really matches.
   */
  sureness: "asked" | "strong";
  /** Tells which answers are past their last day. @default {the present} */
  now?: Date;
}

/**
 * Answers with the whole curated answer of the entry that the question really asks for, with its sources and its
 * date. An answer there is not in the asker's language is quoted in the one there is.
 *
 * @returns Nothing when no entry matches strongly.
 */
export function answerFromFaq(question: Question, context: AnswerFromFaqContext): ReplyDraft | undefined {
  const { view, reader, sureness, now = new Date() } = context;
  const match = matchFaq(question, { view, reader });
  if (match === undefined) return undefined;
  if (sureness === "asked" && !goesBeforeTables(match)) return undefined;
  const passage = chooseVersion(match.id, { view, reader, language: question.replyLanguage });
  return passage && composeFaq(passage, { language: question.replyLanguage, now });
}

/** Kinds of questions that rows, contacts and counts of the tables answer. */
const OF_TABLES: ReadonlySet<AskedKind> = new Set(["thing", "place", "person", "email", "count"]);
/** From here on an entry's question says nothing that the asker's does not. */
const ALL_USED = 0.96;

/**
 * Whether an entry answers a question sooner than a table: who takes a certain stream and where it arises are matters of
 * rows, and so is what stands in them, unless it is asked for in nearly the entry's own words.
 */
function goesBeforeTables(match: NonNullable<ReturnType<typeof matchFaq>>): boolean {
  const { isSame, asked, form, likeness } = match;
  if (isSame && isWrittenFor(form.passage)) return true;
  if (asked === "place") return isSame && likeness.used >= ALL_USED && form.terms.some(isParkWord);
  return !OF_TABLES.has(asked);
}

/** The entry in the asker's language, else in one that there is. */
function chooseVersion(
  id: string,
  context: { view: KnowledgeView; reader: Reader; language: Question["replyLanguage"] },
): Passage | undefined {
  const { view, reader, language } = context;
  const versions = view.index.passages.filter(
    (passage) => passage.faq?.id === id && mayRead(reader, passage.visibility),
  );
  const ofLanguage = [language, ...LANGUAGES].map((one) =>
    versions.find((passage) => passage.language === one),
  );
  return ofLanguage.find((passage) => passage !== undefined);
}

function composeFaq(
  passage: Passage,
  context: { language: Question["replyLanguage"]; now: Date },
): ReplyDraft {
  const { language, now } = context;
  const texts = FAQ_TEXTS[language];
  const { expired, dated } = dateFrames(passage, { language, now });
  const lines: AnswerLine[] = [];
  if (expired !== undefined) lines.push({ frame: expired });
  if (passage.language !== language) lines.push({ frame: TEXTS[language].quotedIn[passage.language] });
  lines.push(...toLines(passage, passage.language !== language));
  if (dated !== undefined) lines.push({ frame: dated });
  else if (passage.year !== undefined) lines.push({ frame: texts.ofYear(passage.year) });
  return composeReply({ language, intent: "answer", lines });
}

/** The whole answer: sentences in a row that rest on the same sources are one claim, list items stay a list. */
function toLines(passage: Passage, isForeign: boolean): AnswerLine[] {
  const runs: Sentence[][] = [];
  for (const sentence of passage.sentences) {
    const last = runs.at(-1)?.at(-1);
    const continues =
      last?.kind === "sentence" &&
      sentence.kind === "sentence" &&
      last.sources.join() === sentence.sources.join();
    if (continues) runs.at(-1)?.push(sentence);
    else runs.push([sentence]);
  }
  const cited = passageText(passage);
  return runs.map((run) => {
    const [first] = run;
    const words = run.map(({ text }) => text).join(" ");
    const text = isForeign && first?.kind !== "contact" ? `”${words}”` : words;
    const sources = (first?.sources ?? []).flatMap((position) => {
      const source = passage.sources[position];
      return source === undefined ? [] : [{ ...source, passage: cited, language: passage.language }];
    });
    return { claim: { text, sources }, ...(first?.kind === "list-item" ? { prefix: "- " } : {}) };
  });
}
