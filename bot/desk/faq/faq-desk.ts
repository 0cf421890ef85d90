import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { FaqEntry } from "../../../knowledge/parse-faq.ts";
import type { Tables } from "../../../knowledge/read-table.ts";
import { dayOf } from "../../calendar.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import { buildSlug } from "./build-slug.ts";
import { dateAnswers } from "./date-answers.ts";
import { changedFields, draftOf, type FaqDraft } from "./faq-draft.ts";
import { answeredLanguages, type FaqContent } from "./faq-entry.ts";
import type { FaqFiles } from "./faq-files.ts";
import { type FaqItem, itemOfFile } from "./faq-item.ts";
import { FaqLedger } from "./faq-ledger.ts";
import type {
  EntryAction,
  FindNear,
  NearEntry,
  SaveOutcome,
  SentDraft,
  StateOutcome,
} from "./faq-outcome.ts";
import type { FaqRevision } from "./faq-store.ts";
import { fromFaqEntries } from "./from-faq-entries.ts";
import { draftContext } from "./knowledge-context.ts";
import { parseDraft } from "./parse-draft.ts";
import { settleFile } from "./settle-file.ts";

export interface FaqDeskOptions {
  files: FaqFiles;
  findNear: FindNear;
  /** Told within the transaction that an entry was written from something, such as `ticket:12`. */
  onWritten?: ((from: string, written: { entryId: string; actor: Actor }) => Promise<void>) | undefined;
}

/** What was written at the desk, as the live knowledge takes it. */
export interface FaqOverlay {
  entries: FaqEntry[];
  /** Ids whose form in the files must not show: retired or replaced. */
  hidden: string[];
}

/**
 * What coordinators do with FAQ entries. An entry of the files comes over to the desk with its first change; the form it
 * had stays in its history. Every change is one transaction together with its audit entry, and live at once.
 */
export class FaqDesk {
  readonly #base: DeskBase;
  readonly #options: FaqDeskOptions;
  /** The entries and their history. */
  readonly ledger: FaqLedger;

  constructor(base: DeskBase, options: FaqDeskOptions) {
    this.#base = base;
    this.#options = options;
    this.ledger = new FaqLedger({ ...base, tables: () => base.currentView().index.tables });
  }

  /** Today in Finland, `2026-03-01`. */
  get today(): string {
    return dayOf(this.#base.now());
  }

  /** Every entry, retired ones too: those of the files in their order, then those only the desk has. */
  async list(): Promise<FaqItem[]> {
    const files = await this.#options.files.read();
    return this.ledger.items(files);
  }

  async find(id: string): Promise<FaqItem | undefined> {
    return this.ledger.item(id, await this.#options.files.read());
  }

  /** Forms that an entry had, newest first; none for one that was never changed at the desk. */
  history(id: string): Promise<FaqRevision[]> {
    return this.ledger.store.revisions(id);
  }

  /** Adds an entry; its id is made of its question. */
  async add(sent: SentDraft): Promise<SaveOutcome> {
    const files = await this.#options.files.read();
    const parsed = parseDraft(sent.draft, draftContext(this.#base.currentView()));
    if ("problems" in parsed) return { kind: "invalid", problems: parsed.problems };
    const near = this.#near(parsed.content, sent);
    if (near.length > 0) return { kind: "similar", near };
    const content = dateAnswers(parsed.content, { today: this.today });
    return this.ledger.write(async (): Promise<SaveOutcome> => {
      const [language = "en"] = answeredLanguages(content);
      const kept = new Set((await this.ledger.store.list()).map((record) => record.id));
      const isTaken = (id: string) => files.has(id) || kept.has(id);
      const id = buildSlug(content.texts[language].question, { language, isTaken });
      const item = { ...itemOfFile(id, []), content };
      await this.ledger.put({ item, content, state: "live", change: "add", actor: sent.actor }, { files });
      await this.#noteWritten(sent, id);
      return { kind: "saved", id };
    });
  }

  /** Changes an entry; one of the files comes over to the desk. */
  async edit(sent: SentDraft & EntryAction): Promise<SaveOutcome> {
    const { id, token, draft, actor } = sent;
    const files = await this.#options.files.read();
    return this.ledger.write(async (): Promise<SaveOutcome> => {
      const item = await this.ledger.item(id, files);
      if (item === undefined) return { kind: "missing" };
      if (item.token !== token) return this.ledger.conflict(item, { token, mine: draft });
      const parsed = parseDraft(draft, draftContext(this.#base.currentView()));
      if ("problems" in parsed) return { kind: "invalid", problems: parsed.problems };
      const fields = changedFields(draftOf(item.content), draftOf(parsed.content));
      if (fields.length === 0) return { kind: "unchanged", id };
      const isAskedAnew = fields.some((field) => /^(?:question|variants)_/.test(field));
      const near = isAskedAnew ? this.#near(parsed.content, { ...sent, excludeId: id }) : [];
      if (near.length > 0) return { kind: "similar", near };
      const content = dateAnswers(parsed.content, { before: item.content, today: this.today });
      await this.ledger.put({ item, content, state: item.state, change: "edit", actor }, { files, fields });
      await this.#noteWritten(sent, id);
      return { kind: "saved", id };
    });
  }

  /** Takes an entry out of all answers; it can be restored. */
  retire(action: EntryAction): Promise<StateOutcome> {
    return this.#setState(action, "retired");
  }

  /** Lets a retired entry answer again. */
  restore(action: EntryAction): Promise<StateOutcome> {
    return this.#setState(action, "live");
  }

  /** Settles an entry that the files were changed in since: takes their form, or keeps the desk's. */
  async settleFile(action: EntryAction, choice: "take-file" | "keep"): Promise<StateOutcome> {
    const files = await this.#options.files.read();
    return settleFile(action, { choice, files, ledger: this.ledger, audit: this.#base.audit });
  }

  /** An entry as the files hold it now. */
  async inFiles(id: string): Promise<FaqContent | undefined> {
    const versions = (await this.#options.files.read()).get(id);
    return versions && fromFaqEntries(versions);
  }

  /** The form that somebody began with, for what a client does not send back; where it is not known, that of now. */
  async draftAt(id: string, token: string): Promise<FaqDraft | undefined> {
    const item = await this.find(id);
    if (item === undefined) return undefined;
    const begun = item.token === token ? undefined : await this.ledger.draftAt(id, token);
    return begun ?? draftOf(item.content);
  }

  /** Notes that somebody reads an entry that not everybody may see. */
  async noteReading(item: FaqItem, actor: Actor): Promise<void> {
    const revisions = await this.ledger.store.revisions(item.id);
    const forms = [item.content, ...revisions.map(({ content }) => content)];
    const visibility = forms.map((form) => form.visibility).find((rank) => rank !== "public");
    if (visibility === undefined) return;
    const subject = `faq:${item.id}`;
    await this.#base.audit.add({ actor, action: "faq.read", subject, detail: { visibility } });
  }

  /**
   * What the live knowledge needs of the desk.
   *
   * @param tables Tables that name the parks. @default those of the live knowledge
   */
  async overlay(tables?: Partial<Tables>): Promise<FaqOverlay> {
    const records = await this.ledger.store.list();
    return {
      entries: records.flatMap((record) => this.ledger.written(record, tables)),
      hidden: records.map(({ id }) => id),
    };
  }

  async #setState({ id, token, actor }: EntryAction, state: FaqItem["state"]): Promise<StateOutcome> {
    const files = await this.#options.files.read();
    return this.ledger.write(async (): Promise<StateOutcome> => {
      const item = await this.ledger.item(id, files);
      if (item === undefined) return { kind: "missing" };
      if (item.state === state) return { kind: "unchanged", id };
      if (item.token !== token) return { kind: "outdated", theirs: item };
      const change = state === "retired" ? "retire" : "restore";
      await this.ledger.put({ item, content: item.content, state, change, actor }, { files });
      return { kind: "saved", id };
    });
  }

  async #noteWritten({ from, actor }: SentDraft, entryId: string): Promise<void> {
    if (from !== undefined) await this.#options.onWritten?.(from, { entryId, actor });
  }

  /** Entries that ask much the same, unless whoever sent the form has seen them. */
  #near({ texts }: FaqContent, { isSure, excludeId }: { isSure?: boolean; excludeId?: string }): NearEntry[] {
    if (isSure === true) return [];
    const questions = LANGUAGES.flatMap((language) => [
      texts[language].question,
      ...texts[language].variants,
    ]);
    const asked = questions.filter((question) => question !== "");
    return this.#options.findNear(asked, excludeId === undefined ? {} : { excludeId });
  }
}
