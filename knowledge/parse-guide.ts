import { parse, YAMLParseError } from "yaml";
import type { Fault } from "./fault.ts";
import { presentIssue } from "./present-issue.ts";
import { type GuideFrontMatter, guideFrontMatterSchema } from "./schema.ts";

/** A guide: what its front matter says, and its Markdown. */
export type Guide = GuideFrontMatter & {
  file: string;
  /** Markdown below the front matter, with its source marks. */
  body: string;
  /** Line of the file that `body` begins on, from 1. */
  bodyLine: number;
};

/** `guide` is absent when the front matter cannot be used. */
export type GuideReading = { guide?: Guide; faults: Fault[] };

/**
 * Parses a guide: YAML front matter between two lines `---`, then Markdown.
 *
 * @param content The whole file.
 * @param file Path within the knowledge folder, for the faults.
 *
 * @example
 * ```ts
 * parseGuide("---\nid: eco3\ntitle: ECO3\nlanguage: fi\n---\n\n# ECO3\n", "guides/fi/eco3.md");
 * // { guide: { id: "eco3", …, visibility: "public", body: "\n# ECO3\n", bodyLine: 6 }, faults: [] }
 * ```
 */
export function parseGuide(content: string, file: string): GuideReading {
  const text = content.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const match = /^---\n(.*?)\n---(?:\n|$)/s.exec(text);
  if (match === null) {
    const reason =
      'must begin with front matter: a line "---", then "id: …", "title: …", "language: …", "---"';
    return { faults: [{ file, line: 1, reason }] };
  }
  const [frontMatter, yaml = ""] = match;
  const values = parseYaml(yaml, file);
  if ("fault" in values) return { faults: [values.fault] };
  const parsed = guideFrontMatterSchema.safeParse(values.value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const line = lineOfKey(yaml, String(issue.path[0] ?? ""));
      return presentIssue(issue, { file, line, value: values.value });
    });
    return { faults };
  }
  const bodyLine = frontMatter.split("\n").length;
  return {
    guide: { ...parsed.data, file, body: text.slice(frontMatter.length), bodyLine },
    faults: listUnknownKeys(values.value).map((field) => ({
      file,
      line: lineOfKey(yaml, field),
      field,
      reason: `unknown key, front matter has: ${Object.keys(guideFrontMatterSchema.shape).join(", ")}`,
    })),
  };
}

/** The reader's own words may repeat a whole line of the file. */
const MOST_REASON_CHARS = 300;

function parseYaml(yaml: string, file: string): { value: Record<string, unknown> } | { fault: Fault } {
  try {
    // Its warnings would go to the console, with words of the file.
    const value: unknown = parse(yaml, { logLevel: "error" });
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { value: value as Record<string, unknown> };
    }
    return { fault: { file, line: 2, reason: "front matter must be lines such as id: eco3" } };
  } catch (error) {
    // An alias that grows without end is a ReferenceError, and keys of an odd kind are others.
    const at = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 1) : 1;
    const [told = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    const reason = `front matter cannot be read: ${told.slice(0, MOST_REASON_CHARS)}`;
    return { fault: { file, line: 1 + at, reason } };
  }
}

/** Line of the file that a key stands on; the first line when the key is absent. */
function lineOfKey(yaml: string, key: string): number {
  const index = yaml.split("\n").findIndex((line) => line.startsWith(`${key}:`));
  return index === -1 ? 1 : index + 2;
}

function listUnknownKeys(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => !(key in guideFrontMatterSchema.shape));
}
