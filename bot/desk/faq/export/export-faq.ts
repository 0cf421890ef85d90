import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { type FaqEntry, parseFaq } from "../../../../knowledge/parse-faq.ts";
import type { Tables } from "../../../../knowledge/read-table.ts";
import type { Actor } from "../../actor.ts";
import type { DeskBase } from "../../desk-parts.ts";
import type { FaqLedger } from "../faq-ledger.ts";
import type { FaqRecord } from "../faq-store.ts";
import { fingerprint } from "../from-faq-entries.ts";
import { type RewrittenFile, rewriteFaqFile } from "./rewrite-faq-file.ts";

/** What an export would write. */
export interface ExportPlan {
  files: (RewrittenFile & {
    language: Language;
    /** Path within the knowledge folder. */
    file: string;
    /** What stands there now; empty for a file that is not there. */
    before: string;
  })[];
  /** Entries that are left as they are, because somebody changed or deleted them in the files meanwhile. */
  left: string[];
  /** Whether anything would be written. */
  hasChanges: boolean;
}

export interface ExportOptions {
  knowledgeFolder: string;
  ledger: FaqLedger;
  /** Tables that name the parks. @default those of the live knowledge */
  tables?: Partial<Tables>;
}

/**
 * Tells what writing the desk's entries back to `faq/{fi,sv,en}.md` would change.
 *
 * @throws {RangeError} For an entry that no file can hold.
 */
export async function planExport(options: ExportOptions): Promise<ExportPlan> {
  const { knowledgeFolder, ledger, tables } = options;
  const contents = await Promise.all(LANGUAGES.map((language) => readOrEmpty(knowledgeFolder, language)));
  const inFiles = entriesOf(contents);
  const records = await ledger.store.list();
  const isLeft = (record: FaqRecord) => ["changed", "gone"].includes(ledger.itemOf(record, inFiles).file);
  const left = records.filter(isLeft).map(({ id }) => id);
  const taken = records.filter(({ id }) => !left.includes(id));
  const owned = new Set(taken.map(({ id }) => id));
  const written = taken.flatMap((record) => ledger.written(record, tables));
  const files = LANGUAGES.map((language, at) => {
    const ofLanguage = written.filter((entry) => entry.language === language);
    const put = new Map(ofLanguage.map((entry) => [entry.id, entry]));
    const before = contents[at] ?? "";
    const rewritten = rewriteFaqFile(before, { language, put, owned });
    return { ...rewritten, language, file: fileOf(language), before };
  });
  return { files, left, hasChanges: files.some(({ before, content }) => content !== before) };
}

/**
 * Writes a plan: each file whole beside its place, then moved there. Afterwards the desk knows what the files hold.
 *
 * @throws {Error} When a file was changed since the plan was made, or the folder cannot be written to; files that were
 * written before stay, and a new plan goes on from there.
 */
export async function writeExport(
  plan: ExportPlan,
  options: ExportOptions & Pick<DeskBase, "audit" | "database"> & { actor: Actor },
): Promise<void> {
  const { knowledgeFolder, ledger, audit, database, actor } = options;
  for (const { language, before, content, file } of plan.files) {
    if (content === before) continue;
    if ((await readOrEmpty(knowledgeFolder, language)) !== before) {
      throw new Error(`Cannot export the FAQ: "${file}" was changed meanwhile: look at it and export again`);
    }
    await replaceFile(join(knowledgeFolder, file), content);
  }
  const inFiles = entriesOf(plan.files.map(({ content }) => content));
  const ids = (part: "added" | "changed" | "removed") => [
    ...new Set(plan.files.flatMap((file) => file[part])),
  ];
  await database.transact(async () => {
    for (const { id, base } of await ledger.store.list()) {
      const found = fingerprint(inFiles.get(id) ?? []);
      if (!plan.left.includes(id) && base !== found) await ledger.store.putBase(id, found);
    }
    const detail = { added: ids("added"), changed: ids("changed"), removed: ids("removed"), left: plan.left };
    await audit.add({ actor, action: "faq.export", subject: "faq", detail });
  });
}

function fileOf(language: Language): string {
  return `faq/${language}.md`;
}

function entriesOf(contents: readonly string[]): ReadonlyMap<string, FaqEntry[]> {
  const entries = LANGUAGES.flatMap((language, at) => parseFaq(contents[at] ?? "", { language }).entries);
  return Map.groupBy(entries, ({ id }) => id);
}

async function readOrEmpty(folder: string, language: Language): Promise<string> {
  try {
    return await readFile(join(folder, fileOf(language)), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/** A name with a dot in front is passed over by whoever reads the folder meanwhile. */
async function replaceFile(path: string, content: string): Promise<void> {
  const folder = join(path, "..");
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `.${crypto.randomUUID()}.md`);
  try {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
