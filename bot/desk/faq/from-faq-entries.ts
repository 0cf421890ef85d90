import { createHash } from "node:crypto";
import { LANGUAGES, type Language, READERS } from "../../../knowledge/languages.ts";
import type { FaqEntry } from "../../../knowledge/parse-faq.ts";
import type { FaqContent, FaqSource } from "./faq-entry.ts";
import { isOwnStatement } from "./own-statement.ts";

/**
 * Reads an entry of the knowledge files as the desk keeps it. Where its languages differ in what an entry has once,
 * the first one counts, and the highest rank of those that may see it.
 *
 * @param versions The entry in one to three languages.
 */
export function fromFaqEntries(versions: readonly FaqEntry[]): FaqContent {
  const textOf = (language: Language) => {
    const version = versions.find((candidate) => candidate.language === language);
    return version === undefined
      ? { question: "", variants: [], answer: "" }
      : {
          question: version.question,
          variants: [...version.variants],
          answer: version.answerWithMarks.replaceAll("\r\n", "\n"),
          ...(version.changed === undefined ? {} : { answered: version.changed }),
        };
  };
  const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textOf(language)]));
  const first = <Key extends keyof FaqEntry>(key: Key) =>
    versions.find((version) => version[key] !== undefined)?.[key];
  const [park, year, validUntil] = [first("park"), first("year"), first("until")];
  return {
    texts: texts as FaqContent["texts"],
    tags: [...new Set(versions.flatMap(({ tags = [] }) => tags))],
    ...(park === undefined ? {} : { park }),
    sources: listSources(versions),
    visibility:
      READERS.findLast((rank) => versions.some(({ visibility }) => visibility === rank)) ?? "public",
    ...(year === undefined ? {} : { year }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

/**
 * Names what stands in the files of an entry, wherever it stands there; two alike have the same name.
 *
 * @returns An empty text for an entry that is in no file.
 */
export function fingerprint(versions: readonly FaqEntry[]): string {
  if (versions.length === 0) return "";
  const told = versions
    .map(({ file: _, line: __, sources: ___, answer: ____, ...entry }) => ({
      ...entry,
      answerWithMarks: entry.answerWithMarks.replaceAll("\r\n", "\n").trim(),
    }))
    .map((entry) => JSON.stringify(Object.entries(entry).sort(([one], [other]) => (one < other ? -1 : 1))))
    .sort();
  return createHash("sha256").update(told.join("\n")).digest("hex").slice(0, 16);
}

function listSources(versions: readonly FaqEntry[]): FaqSource[] {
  const named = versions.flatMap(({ ownSources = [] }) => ownSources);
  const keyOf = ({ title, url, year }: FaqSource) => JSON.stringify([title, url, year]);
  const byKey = new Map(named.map((source) => [keyOf(source), source]));
  return [...byKey.values()].filter(({ title }) => !isOwnStatement(title));
}
