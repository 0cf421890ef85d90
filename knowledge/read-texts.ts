import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "./fault.ts";
import { LANGUAGES } from "./languages.ts";
import { type FaqEntry, parseFaq } from "./parse-faq.ts";
import { type Guide, parseGuide } from "./parse-guide.ts";

/**
 * Reads the guides of a knowledge folder: `guides/{fi,sv,en}/*.md`.
 *
 * @param folder The knowledge folder; one without guides gives none.
 * @returns Guides by language and file name, and the faults of the others.
 */
export async function readGuides(folder: string): Promise<{ guides: Guide[]; faults: Fault[] }> {
  const guides: Guide[] = [];
  const faults: Fault[] = [];
  for (const language of LANGUAGES) {
    for (const name of await listMarkdown(join(folder, "guides", language))) {
      const file = `guides/${language}/${name}`;
      const reading = parseGuide(await readFile(join(folder, file), "utf8"), file);
      faults.push(...reading.faults);
      if (reading.guide === undefined) continue;
      const { guide } = reading;
      guides.push(guide);
      if (guide.language !== language) {
        faults.push({ file, field: "language", reason: `must be ${language}, as the folder says` });
      }
      if (`${guide.id}.md` !== name) {
        faults.push({ file, field: "id", reason: `must be the file's name without ".md"` });
      }
    }
  }
  return { guides, faults };
}

/**
 * Reads the FAQ of a knowledge folder: `faq/{fi,sv,en}.md`.
 *
 * @param folder The knowledge folder; one without FAQ files gives no entry.
 */
export async function readFaq(folder: string): Promise<{ entries: FaqEntry[]; faults: Fault[] }> {
  const entries: FaqEntry[] = [];
  const faults: Fault[] = [];
  const names = await listMarkdown(join(folder, "faq"));
  for (const language of LANGUAGES.filter((candidate) => names.includes(`${candidate}.md`))) {
    const content = await readFile(join(folder, "faq", `${language}.md`), "utf8");
    const reading = parseFaq(content, { language });
    entries.push(...reading.entries);
    faults.push(...reading.faults);
  }
  return { entries, faults };
}

async function listMarkdown(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
