import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import { readKnowledge } from "../../../knowledge/read-knowledge.ts";
import type { Tables } from "../../../knowledge/read-table.ts";
import { createRandom, generateCompanies, generateStreams } from "../generate-rows.ts";
import { presentCsv } from "./present-csv.ts";

/** Of ten passages seven come from guides; the others are rows, each of which is a passage in three languages. */
const GUIDE_SHARE = 0.7;
const SECTIONS_OF_A_GUIDE = 8;
/** As the guides of the product have them: two to five sentences under a heading. */
const SENTENCES = { least: 2, most: 5 } as const;

/** What a generated folder holds. */
export interface GeneratedKnowledge {
  /** Guides that were written, by their path within the folder, in their order. */
  guides: readonly string[];
  rows: number;
}

/** Sentences and headings of the product's own guides. */
interface Stock {
  sentences: Record<Language, readonly string[]>;
  headings: Record<Language, readonly string[]>;
  parks: readonly string[];
}

/**
 * Writes a folder of knowledge of about so many passages: guides in three languages, each section made of sentences of
 * the product's own guides with other figures and a made-up name, and tables of streams and companies. The same call
 * writes the same bytes.
 *
 * @param folder Folder to write into; made when absent.
 * @param options.knowledge Folder of the product's own knowledge.
 */
export async function generateKnowledge(
  folder: string,
  options: { passages: number; knowledge: string },
): Promise<GeneratedKnowledge> {
  const { passages, knowledge } = options;
  const random = createRandom(7);
  const { tables } = await readKnowledge(knowledge);
  const rows = writeTables(folder, { ...options, random, tables });
  const stock = readStock(knowledge, tables);
  const guides: string[] = [];
  const sections = passages * GUIDE_SHARE;
  for (let at = 0; guides.length * SECTIONS_OF_A_GUIDE < sections; at++) {
    const language = LANGUAGES[at % LANGUAGES.length] ?? "en";
    // A folder of ten thousand files is no folder people keep.
    const path = `guides/${Math.floor(at / 300)}/${language}/guide-${at}.md`;
    write(join(folder, path), createGuide({ at, language, stock, random }));
    guides.push(path);
  }
  return { guides, rows };
}

/**
 * Changes guides of a generated folder: a sentence more in each.
 *
 * @param share Share of the guides, above 0; at least one is changed.
 * @returns How many were changed.
 */
export function changeKnowledge(folder: string, { guides }: GeneratedKnowledge, share: number): number {
  const step = Math.max(1, Math.round(1 / share));
  const changed = guides.filter((_, at) => at % step === 0);
  for (const path of changed) {
    const file = join(folder, path);
    writeFileSync(file, `${readFileSync(file, "utf8")}- Tarkistettu, granskad, checked: 31.12.2025.\n`);
  }
  return changed.length;
}

function createGuide(options: {
  at: number;
  language: Language;
  stock: Stock;
  random: () => number;
}): string {
  const { at, language, stock, random } = options;
  const pick = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? "";
  const name = createName(random);
  const lines = [
    "---",
    `id: guide-${at}`,
    `title: "${name} ${at}"`,
    `language: ${language}`,
    ...(random() < 0.5 ? [`park: ${pick(stock.parks)}`] : []),
    `year: ${2010 + Math.floor(random() * 15)}`,
    "visibility: public",
    "---",
    "",
    `# ${name} ${at}`,
  ];
  for (let section = 0; section < SECTIONS_OF_A_GUIDE; section++) {
    lines.push("", `## ${pick(stock.headings[language])} (${createName(random)})`, "");
    const count = SENTENCES.least + Math.floor(random() * (SENTENCES.most - SENTENCES.least + 1));
    for (let sentence = 0; sentence < count; sentence++) {
      lines.push(`- ${withOtherFigures(pick(stock.sentences[language]), random)}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** A real collection goes on meeting new names and figures, however large it is. */
function withOtherFigures(sentence: string, random: () => number): string {
  return sentence.replace(/\d{2,}/g, (digits) =>
    String(Math.floor(random() * 10 ** digits.length)).padStart(digits.length, "1"),
  );
}

const BEGINNINGS = ["Kor", "Lam", "Rau", "Siik", "Vaa", "Hol", "Berg", "Mell", "Ny", "Pohj", "Kivi", "Sten"];
const MIDDLES = ["a", "o", "el", "un", "ar", "is", "en", "av"];
const ENDINGS = ["niemi", "järvi", "koski", "vik", "fors", "sund", "berg", "la", "nen", "holm"];

function createName(random: () => number): string {
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? "";
  return pick(BEGINNINGS) + pick(MIDDLES) + pick(MIDDLES) + pick(ENDINGS);
}

/** @returns How many rows were written. */
function writeTables(
  folder: string,
  options: { passages: number; knowledge: string; random: () => number; tables: Partial<Tables> },
): number {
  const { passages, knowledge, random, tables } = options;
  const { concepts = [], parks = [], receiverClasses = [], sources = [] } = tables;
  const materials = concepts.filter(({ kind }) => kind === "material");
  const rows = Math.round((passages * (1 - GUIDE_SHARE)) / LANGUAGES.length);
  const companies = Math.round(rows / 6);
  const source = sources[0]?.id ?? "";
  const stock = { random, materials, parks };
  const withSource = <Row extends { sources: readonly string[] }>(row: Row) => ({
    ...row,
    sources: [source],
  });
  const streams = generateStreams(rows - companies, stock).map(withSource);
  write(join(folder, "side-streams.csv"), presentCsv(streams));
  const firms = generateCompanies(companies, { ...stock, classes: receiverClasses }).map(withSource);
  write(join(folder, "companies.csv"), presentCsv(firms));
  for (const file of ["parks.csv", "sources.csv", "places.csv"]) {
    write(join(folder, file), readFileSync(join(knowledge, file), "utf8"));
  }
  return rows;
}

function readStock(knowledge: string, tables: Partial<Tables>): Stock {
  const stock = { sentences: {}, headings: {} } as Pick<Stock, "sentences" | "headings">;
  for (const language of LANGUAGES) {
    const folder = join(knowledge, "guides", language);
    const lines = readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .replace(/^---\n.*?\n---\n/s, "")
        .split("\n"),
    );
    const plain = (line: string, mark: RegExp) => line.replace(mark, "").replace(/\s*\[\^[^\]]+\]/g, "");
    stock.headings[language] = lines.filter((line) => /^##+ /.test(line)).map((line) => plain(line, /^#+ /));
    stock.sentences[language] = lines
      .filter((line) => /^(?:- |\p{Lu})/u.test(line) && line.length > 40)
      .map((line) => plain(line, /^- /));
  }
  return { ...stock, parks: (tables.parks ?? []).map(({ id }) => id) };
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
