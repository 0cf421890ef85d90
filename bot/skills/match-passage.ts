import { type AnalysedText, createRest, type Rest, type Sentence } from "../../indexer/index.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { AnswerType } from "../understand/answer-type.ts";
import type { Question } from "../understand/question.ts";
import type { Term } from "../understand/term.ts";

/** What a term is worth by where it is met: in the sentence itself it counts 1. */
const CREDITS = {
  heading: 0.9,
  neighbour: 0.7,
  passage: 0.55,
  document: 0.45,
  documentName: 0.85,
  contactPassage: 0.9,
} as const;

/** Words that ask for contact details and are answered by a contact block whatever words stand in it. */
const CONTACT_WORDS =
  /^(?:contact|yhtey|yhteyd|kontakt|phone|tele|puhelin|number|numero|nummer|e-?mail|mail|sähköpost|post|epost|mejl|person|henkilö|call|soit|ring|reach|address|osoit|adress|talk|speak|ask|kysy|fråg|prata|puhu|people|hold|tavoit|nå|web|verkkosi|netti|kotisi|hemsid|www|homepage)/;

/** Words that ask who leads something: answered by its contact where nothing else is asked. */
const LEADING_WORDS = /^(?:manag|lead|leder|led|johta|vetä|charge|responsib|vastaa|ansvar|run|head|driver)/;

/** Kinds of questions that a contact block may answer. */
export const CONTACT_TYPES: ReadonlySet<AnswerType> = new Set(["person", "phone", "email", "web"]);

/** Documents of at most so many passages are about one thing: a name in one of them goes for all. */
const SHORT_DOCUMENT = 14;

/** From this credit on a term is named in a text itself; a word that is only close in meaning gives less. */
export const NAMED_CREDIT = 0.7;

/** How well a text meets a term, 0 to 1: by its stem, its whole word, or a concept they share. */
export function meetsTerm(text: AnalysedText, term: Term): number {
  if (text.words.has(term.word)) return 1;
  if (text.stems.has(term.stems.fi) || text.stems.has(term.stems.sv) || text.stems.has(term.stems.en))
    return 1;
  if (text.concepts.size === 0) return 0;
  let best = 0;
  for (const [id, share] of term.concepts) {
    const found = text.concepts.get(id);
    if (found !== undefined) best = Math.max(best, Math.min(1, Math.sqrt(share * found)));
  }
  return best;
}

/** A term with only those of its concepts that a text names: within the text it is met as the whole term is. */
function narrowTerm(term: Term, { concepts }: AnalysedText): Term {
  if (term.concepts.size === 0) return term;
  return { ...term, concepts: new Map([...term.concepts].filter(([id]) => concepts.has(id))) };
}

/** How well each term is met in each part of a passage. */
export interface PassageMatch {
  /** By sentence, then term. */
  sentences: number[][];
  headings: number[];
  /** Best over all sentences and headings. */
  anywhere: number[];
  /** In the other passages of a short document. */
  document: number[];
}

/** Compares every term of a question with every part of a passage. */
export function matchPassage(
  question: Question,
  context: { view: KnowledgeView; entry: number; inDocument: (entry: number) => number[] },
): PassageMatch {
  const { view, entry } = context;
  const { terms } = question;
  const analysed = view.analyse(entry);
  const document = context.inDocument(entry);
  // A page on one project names it once, and each of its sentences is about it.
  const ofDocument = terms.map((term, at) => (term.isName ? (document[at] ?? 0) * CREDITS.documentName : 0));
  // What the whole does not meet, none of its parts does; most passages meet few words of a question.
  const whole = terms.map((term) => meetsTerm(analysed.whole, term));
  const narrow = terms.map((term, at) => (whole[at] === 0 ? term : narrowTerm(term, analysed.whole)));
  const meets = (part: AnalysedText, at: number) =>
    whole[at] === 0 ? 0 : meetsTerm(part, narrow[at] as Term);
  const sentences = analysed.sentences.map((sentence) =>
    terms.map((_, at) => Math.max(meets(sentence, at), ofDocument[at] ?? 0)),
  );
  const headings = terms.map((_, at) => meets(analysed.headings, at));
  const anywhere = terms.map((_, at) =>
    Math.max(whole[at] ?? 0, sentences.length === 0 ? 0 : (ofDocument[at] ?? 0)),
  );
  return { sentences, headings, anywhere, document };
}

/**
 * Makes the analyses that {@link matchPassage} will need for passages, so that others have their turn meanwhile: many
 * passages that nobody asked for before take a tenth of a second.
 */
export async function analyseFor(
  retrieved: readonly { entry: number }[],
  { view, rest = createRest() }: { view: KnowledgeView; rest?: Rest },
): Promise<void> {
  for (const { entry } of retrieved) {
    for (const needed of [entry, ...shortDocumentOf(entry, view)]) {
      if (view.isAnalysed(needed)) continue;
      view.analyse(needed);
      await rest();
    }
  }
}

/** The passages of the document that a passage is in; none where it is a long one. */
function shortDocumentOf(entry: number, view: KnowledgeView): readonly number[] {
  const entries = view.entriesOfDocument(entry);
  return entries.length > SHORT_DOCUMENT ? [] : entries;
}

/** How well terms are met anywhere in the short document of a passage; worked out once a document. */
export function createInDocument(question: Question, view: KnowledgeView): (entry: number) => number[] {
  const { terms } = question;
  const known = new Map<readonly number[], number[]>();
  return (entry) => {
    const entries = view.entriesOfDocument(entry);
    const credits = known.get(entries);
    if (credits !== undefined) return credits;
    const near = shortDocumentOf(entry, view);
    const wholes = near.map((other) => view.analyse(other).whole);
    const made = terms.map((term) => {
      let best = 0;
      for (const whole of wholes) {
        best = Math.max(best, meetsTerm(whole, term));
        if (best === 1) break;
      }
      return best;
    });
    known.set(entries, made);
    return made;
  };
}

/** A contact block answers words that ask for contact details, though none of them stands in it. */
export function directCredits(
  question: Question,
  context: { sentence: Sentence; credits: readonly number[]; anywhere: readonly number[] },
): number[] {
  const { sentence, credits, anywhere } = context;
  const isAsked = sentence.kind === "contact" && CONTACT_TYPES.has(question.answerType);
  if (!isAsked) return [...credits];
  const asksLeader = question.terms.every((term) => term.isName || LEADING_WORDS.test(term.word));
  return question.terms.map((term, at) => {
    if (CONTACT_WORDS.test(term.word) || (asksLeader && !term.isName)) return 1;
    // Whose contact it is stands above the block.
    const above = term.isName && question.asksContact ? (anywhere[at] ?? 0) * CREDITS.heading : 0;
    return Math.max(credits[at] ?? 0, above);
  });
}

/** A sentence speaks with its headings, neighbours and document: what they meet counts in part. */
export function withSurroundings(
  direct: readonly number[],
  context: { match: PassageMatch; position: number; sentence: Sentence; question: Question },
): number[] {
  const { match, position, sentence, question } = context;
  const isAskedContact = sentence.kind === "contact" && CONTACT_TYPES.has(question.answerType);
  return direct.map((credit, at) =>
    Math.max(
      credit,
      (match.headings[at] ?? 0) * CREDITS.heading,
      Math.max(match.sentences[position - 1]?.[at] ?? 0, match.sentences[position + 1]?.[at] ?? 0) *
        CREDITS.neighbour,
      (match.anywhere[at] ?? 0) * (isAskedContact ? CREDITS.contactPassage : CREDITS.passage),
      (match.document[at] ?? 0) * CREDITS.document,
    ),
  );
}
