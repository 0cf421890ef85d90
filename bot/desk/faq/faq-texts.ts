import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { COMMON_FIELDS, TEXT_FIELDS } from "./faq-draft.ts";
import type { ProblemCode } from "./faq-entry.ts";
import type { FileState } from "./faq-item.ts";
import type { FaqChange } from "./faq-store.ts";

/** Words of the FAQ at the desk and in Teams. */
export interface FaqTexts {
  title: string;
  /** What one does there, for the home page. */
  about: string;
  /** Names of the languages. */
  languages: Record<Language, string>;
  fields: Record<(typeof TEXT_FIELDS)[number] | (typeof COMMON_FIELDS)[number], string>;
  hints: Record<"variants" | "answer" | "sources" | "tags" | "year" | "validUntil", string>;
  ranks: Record<Reader, string>;
  noPark: string;
  problems: Record<ProblemCode, string>;
  problemsTitle: string;
  list: ListTexts;
  form: FormTexts;
  entry: EntryTexts;
  history: HistoryTexts;
  export: ExportTexts;
  /** Told after something was done; the question stands in it. */
  done: Record<
    "add" | "edit" | "unchanged" | "retire" | "restore" | "take-file" | "keep",
    (question: string) => string
  >;
  dialogs: DialogTexts;
}

/** The list and its filters. */
interface ListTexts {
  lead: string;
  add: string;
  export: string;
  search: string;
  filter: string;
  state: string;
  states: Record<"live" | "retired" | "outdated" | "file" | "all", string>;
  missing: string;
  anyMissing: string;
  tag: string;
  /** How many were found. */
  found: (count: number) => string;
  empty: string;
  question: string;
  answers: string;
  validity: string;
  changed: string;
  previous: string;
  next: string;
  page: (page: number, pages: number) => string;
}

/** The form, near entries and the conflict. */
interface FormTexts {
  newTitle: string;
  editTitle: string;
  lead: string;
  missing: string;
  save: string;
  saveAnyway: string;
  preview: string;
  cancel: string;
  previewTitle: string;
  nearTitle: string;
  nearLead: string;
  conflictTitle: string;
  conflictLead: (name: string) => string;
  conflictMerged: string;
  conflictClash: string;
  theirs: string;
  yours: string;
  empty: string;
  saveMerged: string;
}

/** One entry with its answers. */
interface EntryTexts {
  states: Record<"retired" | "outdated", string>;
  files: Record<FileState, string>;
  /** Label of how the files stand to the entry. */
  inFiles: string;
  onlyFile: string;
  noAnswer: (language: string) => string;
  answerOf: (day: string) => string;
  validUntil: (day: string) => string;
  expired: (day: string) => string;
  edit: string;
  history: string;
  retire: string;
  restore: string;
  takeFile: string;
  keep: string;
  fileTitle: string;
  fileLead: string;
  goneLead: string;
  changedBy: (name: string, time: string) => string;
  outdated: (name: string) => string;
  unknownPerson: string;
  id: string;
  sources: string;
  back: string;
}

/** What changed, when and by whom. */
interface HistoryTexts {
  title: (question: string) => string;
  changes: Record<FaqChange, string>;
  revision: (revision: number) => string;
  none: string;
  same: string;
  removed: string;
  added: string;
}

/** Writing back to the files. */
interface ExportTexts {
  title: string;
  lead: string;
  nothing: string;
  added: string;
  changed: string;
  removed: string;
  left: string;
  button: string;
  notWritable: string;
  done: string;
  failed: string;
}

/** Windows in Teams. */
interface DialogTexts {
  search: string;
  searchHint: string;
  find: string;
  choose: string;
  open: string;
  nothingFound: string;
  language: (language: string) => string;
  titles: Record<"new" | "edit" | "retire" | "restore", string>;
  retireLead: string;
  restoreLead: string;
  gone: string;
}
