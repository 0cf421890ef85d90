import type { Passage } from "../../indexer/index.ts";
import { LANGUAGES, type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { ITEM_MARK, type RecordPreview, type RecordSheet } from "./record-sheet.ts";
import { RECORD_TEXTS } from "./record-texts.ts";
import { type SheetContext, toRecordSource } from "./sheet-context.ts";
import { SourceList } from "./source-list.ts";

/** A question of the FAQ in the languages that it is there in. */
export interface FaqVersions {
  id: string;
  versions: Readonly<Partial<Record<Language, Passage>>>;
}

const KNOWN = new WeakMap<KnowledgeView, ReadonlyMap<string, FaqVersions["versions"]>>();

/** The questions that a reader may see, in the order of the files; a hidden version of one is not there. */
export function listFaq({ view, reader }: Omit<SheetContext, "language">): FaqVersions[] {
  return [...versionsOf(view)].flatMap(([id, versions]) => readableVersions({ id, versions }, reader) ?? []);
}

function readableVersions({ id, versions }: FaqVersions, reader: Reader): FaqVersions | undefined {
  const readable = Object.entries(versions).filter(([, { visibility }]) => mayRead(reader, visibility));
  return readable.length === 0 ? undefined : { id, versions: Object.fromEntries(readable) };
}

/** Finds a question by its id; none where no version of it may be seen. */
export function findFaq(
  id: string,
  { view, reader }: Omit<SheetContext, "language">,
): FaqVersions | undefined {
  const versions = versionsOf(view).get(id);
  return versions && readableVersions({ id, versions }, reader);
}

/** The version shown to a reader: that of the language, else the first that is there. */
export function chooseVersion({ versions }: FaqVersions, language: Language): Passage | undefined {
  return [language, ...LANGUAGES].map((candidate) => versions[candidate]).find((passage) => passage);
}

/** A question as a list shows it: the beginning of the answer below it. */
export function previewFaq(entry: FaqVersions, { language }: SheetContext): RecordPreview {
  const passage = chooseVersion(entry, language);
  const [first] = passage?.sentences ?? [];
  return {
    kind: "faq",
    id: entry.id,
    title: passage?.faq?.question ?? entry.id,
    ...(first === undefined ? {} : { summary: first.text }),
  };
}

/**
 * Puts a question of the FAQ into words: the answer in the language asked for, or in the one there is.
 *
 * @returns `undefined` for an unknown or hidden one.
 */
export function buildFaqSheet(id: string, context: SheetContext): RecordSheet | undefined {
  const { language } = context;
  const entry = findFaq(id, context);
  const passage = entry && chooseVersion(entry, language);
  if (entry === undefined || passage === undefined) return undefined;
  const sources = new SourceList();
  sources.add(passage.sources.map(toRecordSource));
  const isOther = passage.language !== language;
  return {
    ...previewFaq(entry, context),
    facts: [],
    paragraphs: paragraphsOf(passage),
    sources: sources.all,
    ...(passage.year === undefined ? {} : { year: passage.year }),
    ...(isOther ? { note: RECORD_TEXTS[language].onlyIn[passage.language], language: passage.language } : {}),
  };
}

/** Sentences that follow each other are one paragraph; items of a list and contacts stand alone. */
function paragraphsOf({ sentences }: Passage): string[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const { text, kind } of sentences) {
    if (kind === "sentence" && isOpen) paragraphs.push(`${paragraphs.pop()} ${text}`);
    else paragraphs.push(kind === "list-item" ? `${ITEM_MARK}${text}` : text);
    isOpen = kind === "sentence";
  }
  return paragraphs;
}

function versionsOf(view: KnowledgeView): ReadonlyMap<string, FaqVersions["versions"]> {
  const known = KNOWN.get(view);
  if (known !== undefined) return known;
  const found = new Map<string, Partial<Record<Language, Passage>>>();
  for (const passage of view.index.passages) {
    if (passage.faq === undefined) continue;
    found.set(passage.faq.id, { ...found.get(passage.faq.id), [passage.language]: passage });
  }
  KNOWN.set(view, found);
  return found;
}
