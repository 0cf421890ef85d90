import { type Lexicon, type Passage, type Rest, splitWords } from "../../../indexer/index.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import { oncePer } from "../../once-per.ts";
import { analyseQuestion, type Question } from "../../understand/question.ts";
import { tellLanguage } from "../../understand/tell-language.ts";
import type { Term } from "../../understand/term.ts";
import { EVERYWHERE } from "../../understand/topic-spans.ts";
import { readAnswerKeys } from "./answer-keys.ts";
import { type AskedKind, type AskedThing, readAskedThing } from "./asked-thing.ts";
import { groupAskingWords } from "./asking-words.ts";
import { mendSlips } from "./mend-slips.ts";
import { writePlainly } from "./plain-asking.ts";
import { inClauses, withoutAside } from "./question-clauses.ts";

/** One way in which a question is asked, analysed for comparing. */
export interface QuestionForm {
  text: string;
  /** Its content words; general ones stand for their group. */
  terms: readonly Term[];
  asked: AskedThing;
  /** What is counted, by its first word. */
  counted?: Term;
  /** Everything by which another question may be met: words, stems and concepts. */
  keys: ReadonlySet<string>;
  /** Parks and places that are named, each with the parks and places that go with it. */
  names: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A way to ask for an entry's answer, with the entry. */
export interface EntryForm extends QuestionForm {
  passage: Passage;
  id: string;
  /** Keys of all ways to ask for the same entry. */
  entryKeys: ReadonlySet<string>;
  /** What sorts of things the entry is asked for. */
  entryKinds: ReadonlySet<AskedKind>;
  /** Whether the entry is also asked for without any name: "Can jarosite be used for anything?" */
  goesUnnamed: boolean;
  /** What the answer speaks of; see {@link readAnswerKeys}. */
  answerKeys: ReadonlySet<string>;
}

/** All ways to ask for curated answers, and which of them hold a key. */
export interface FaqForms {
  forms: readonly EntryForm[];
  byKey: ReadonlyMap<string, readonly number[]>;
  /** All words of theirs, in small letters. */
  words: ReadonlySet<string>;
  /** Whether any entry tells the day it was written; see {@link isWrittenFor}. */
  hasDated: boolean;
}

const OF_VIEW = new WeakMap<KnowledgeView, FaqForms>();
/** Views that share their words share the analyses: a changed entry costs no more than itself. */
const OF_LEXICON = new WeakMap<Lexicon, WeakMap<Passage, readonly EntryForm[]>>();

/** Analyses them with rests between, so that the first question of a view need not wait for it. */
export async function readFaqFormsInSteps(view: KnowledgeView, rest: Rest): Promise<void> {
  for (const passage of view.index.passages) {
    if (passage.faq === undefined) continue;
    formsOfPassage(passage, view);
    await rest();
  }
  readFaqForms(view);
}

/** The questions and variants of all FAQ entries of a view; analysed once for each passage. */
export function readFaqForms(view: KnowledgeView): FaqForms {
  const known = OF_VIEW.get(view);
  if (known !== undefined) return known;
  const forms = view.index.passages.flatMap((passage) =>
    passage.faq === undefined ? [] : formsOfPassage(passage, view),
  );
  const byKey = new Map<string, number[]>();
  for (const [position, { keys }] of forms.entries()) {
    for (const key of keys) {
      const positions = byKey.get(key);
      if (positions === undefined) byKey.set(key, [position]);
      else positions.push(position);
    }
  }
  const hasDated = forms.some(({ passage }) => isWrittenFor(passage));
  const words = new Set(forms.flatMap(({ text }) => splitWords(text).map(({ lower }) => lower)));
  const made = { forms, byKey, words, hasDated };
  OF_VIEW.set(view, made);
  return made;
}

/**
 * Tells whether somebody wrote an answer on a certain day: what was written to a question at the desk, also after it was
 * exported to a file. Asked in its own words it goes before the tables.
 */
export function isWrittenFor({ faq }: Passage): boolean {
  return faq?.origin === "desk" || faq?.changed !== undefined;
}

/** What a second clause may want to know of all that the first names; "what" leans on words of its own. */
const OF_SECOND: ReadonlySet<AskedKind> = new Set(["reason", "person", "manner", "date"]);

function formsOfPassage(passage: Passage, view: KnowledgeView): readonly EntryForm[] {
  const { lexicon } = view.index;
  const ofLexicon = OF_LEXICON.get(lexicon) ?? new WeakMap<Passage, readonly EntryForm[]>();
  OF_LEXICON.set(lexicon, ofLexicon);
  const known = ofLexicon.get(passage);
  if (known !== undefined) return known;
  const { id, question, variants } = passage.faq ?? { id: "", question: "", variants: [] };
  const [firstClause, secondClause] = inClauses(question);
  const texts = [question, ...withoutAside(question), ...variants];
  if (firstClause !== undefined) texts.push(firstClause);
  const read = (text: string) => {
    const language = tellLanguage(text, { view, fallback: passage.language });
    return toForm(analyseQuestion(text, { language, view }), view);
  };
  // "…, and why does a park need them?" asks its own kind of thing of what the whole question names.
  const analysed = texts.map(read);
  const asked = secondClause === undefined ? undefined : read(secondClause).asked;
  if (asked !== undefined && OF_SECOND.has(asked.kind)) analysed.push({ ...read(question), asked });
  const entryKeys = new Set(analysed.flatMap(({ terms }) => terms.flatMap(ownKeysOf)));
  const answerKeys = readAnswerKeys(passage, view);
  const goesUnnamed = analysed.some(
    ({ names, terms }) => names.size === 0 && !terms.some(({ isName }) => isName),
  );
  const entryKinds = new Set(analysed.map((form) => form.asked.kind));
  const ofEntry = { passage, id, entryKeys, entryKinds, goesUnnamed, answerKeys };
  const forms = analysed.map((form): EntryForm => ({ ...form, ...ofEntry }));
  ofLexicon.set(passage, forms);
  return forms;
}

/** "Kokkola Industrial Parkissa": the lexicon knows the English name without Finnish endings. */
const INFLECTED_PARK = /(?<=\p{Lu}\p{L}+ Park)(?:issa|ista|iin|in|ia|illa|ille|ilta|iksi|ina)(?!\p{L})/gu;

/** Makes a question as it was asked ready to be compared with curated ones: slips of the pen are mended by their words. */
export function toAskedForm(question: Question, view: KnowledgeView): QuestionForm {
  const text = mendSlips(question.text, { terms: question.terms, words: readFaqForms(view).words });
  if (text === question.text) return toForm(question, view);
  return toForm(analyseQuestion(text, { language: question.language, view }), view);
}

/** Makes an understood question ready to be compared with others. */
export function toForm(source: Question, view: KnowledgeView): QuestionForm {
  const text = writePlainly(source.text, source.language);
  const plain = text.replace(INFLECTED_PARK, "");
  const question =
    plain === source.text ? source : analyseQuestion(plain, { language: source.language, view });
  const { language, answerType, matches } = question;
  const asked = readAskedThing(text, { language, answerType });
  // Of what the asker tells before the question, figures say nothing of what is asked.
  const isBeside = ({ word }: Term) =>
    /^\d+$/.test(word) && !asked.figures.has(word) && !asked.years.has(word);
  const terms = groupAskingWords(
    text,
    question.terms.filter((term) => !isBeside(term)),
  );
  const named = matches.filter(
    ({ concept, share }) =>
      share === 1 && /^(?:park|place)$/.test(concept.kind) && concept.id !== `place:${EVERYWHERE}`,
  );
  const counted = findCounted(text, question.terms);
  return {
    text: source.text,
    terms,
    ...(counted === undefined ? {} : { counted }),
    asked,
    keys: new Set(terms.flatMap(keysOf)),
    names: new Map(
      named.map(({ concept }) => [concept.id, new Set([concept.id, ...(concept.related ?? [])])]),
    ),
  };
}

const AFTER_COUNT =
  /(?:how many|number of|montako|moniko|(?:kuinka|miten) (?:monta|moni)|hur många|antalet)\s+((?:[\p{L}\d-]+\s*){1,2})/iu;

/** The first content word right behind "how many". */
function findCounted(text: string, terms: readonly Term[]): Term | undefined {
  const behind =
    AFTER_COUNT.exec(text)?.[1]
      ?.toLowerCase()
      .split(/[^\p{L}\d]+/u) ?? [];
  const counted = behind
    .map((word) => terms.find((term) => term.word === word))
    .find((term) => term !== undefined);
  return counted && groupAskingWords(counted.word, [counted])[0];
}

/** Itself, its stems and what it means as a whole. */
export const ownKeysOf = oncePer(({ word, stems, concepts }: Term): readonly string[] => [
  word,
  ...Object.values(stems),
  ...[...concepts].flatMap(([id, share]) => (share === 1 ? [id] : [])),
]);

/** Everything by which a word may be met: itself, its stems and concepts. */
export function keysOf({ word, stems, concepts }: Term): string[] {
  return [word, ...Object.values(stems), ...concepts.keys()];
}
