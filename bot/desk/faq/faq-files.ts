import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { type FaqEntry, parseFaq } from "../../../knowledge/parse-faq.ts";

/** The entries of the knowledge files by their ids, each in its languages. */
export type FileEntries = ReadonlyMap<string, readonly FaqEntry[]>;

/**
 * The FAQ of a knowledge folder, read again when a file changes.
 *
 * @example
 * ```ts
 * (await new FaqFiles("knowledge").read()).get("what-is-a-park")?.length; // 3
 * ```
 */
export class FaqFiles {
  readonly #folder: string;
  #stamp: string | undefined;
  #entries: FileEntries = new Map();

  constructor(knowledgeFolder: string) {
    this.#folder = join(knowledgeFolder, "faq");
  }

  /** Entries in the order of the files; faulty ones and files that are not there give none. */
  async read(): Promise<FileEntries> {
    const stamps = await Promise.all(LANGUAGES.map((language) => this.#stampOf(language)));
    const stamp = stamps.join(" ");
    if (stamp === this.#stamp) return this.#entries;
    const entries: FaqEntry[] = [];
    for (const [at, language] of LANGUAGES.entries()) {
      if (stamps[at] === "") continue;
      const content = await readFile(join(this.#folder, `${language}.md`), "utf8");
      entries.push(...parseFaq(content, { language }).entries);
    }
    this.#entries = Map.groupBy(entries, ({ id }) => id);
    this.#stamp = stamp;
    return this.#entries;
  }

  async #stampOf(language: string): Promise<string> {
    const found = await stat(join(this.#folder, `${language}.md`)).catch(() => undefined);
    return found === undefined ? "" : `${found.ino}:${found.mtimeMs}:${found.size}`;
  }
}
