import { parseArgs } from "node:util";
import { LANGUAGES, type Language, READERS, type Reader } from "../../knowledge/languages.ts";
import { FIELDS, type Field, isField } from "./fields.ts";
import { foldText } from "./fold-text.ts";
import { ImportError } from "./import-error.ts";

/** Options of `npm run knowledge:import`. */
export interface ImportOptions {
  /** The coordinator's table. */
  file: string;
  /** Name of the sheet; without it the first one whose headings are known. */
  sheet?: string;
  /** Fields by folded heading. */
  map: ReadonlyMap<string, Field>;
  /** Headings of `map` as they were written. */
  mapHeadings: readonly string[];
  source: string;
  park: string;
  visibility: Reader;
  /** Contacts, prices and business IDs may stand in the notes. */
  keepsPrivate: boolean;
  isWriting: boolean;
  isUpdating: boolean;
  rejects?: string;
  folder: string;
}

/** The command line with the language its words are to be in; `wantsHelp` says that nothing else counts. */
export interface CommandLine {
  language: Language;
  wantsHelp: boolean;
  options: () => ImportOptions;
}

const OPTIONS = {
  sheet: { type: "string" },
  map: { type: "string", multiple: true },
  source: { type: "string" },
  park: { type: "string" },
  visibility: { type: "string" },
  "as-visibility": { type: "string" },
  write: { type: "boolean" },
  update: { type: "boolean" },
  rejects: { type: "string" },
  lang: { type: "string" },
  into: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Reads the command line of `npm run knowledge:import -- FILE [options]`.
 *
 * @param commandLine Arguments without the program's name.
 * @param defaults.language Used without `--lang`.
 * @returns The language first, so that faults of the rest can be told in it.
 *
 * @example
 * ```ts
 * parseCommandLine(["virrat.xlsx", "--source", "kysely"], { language: "fi", folder: "knowledge" }).options().file; // "virrat.xlsx"
 * ```
 */
export function parseCommandLine(
  commandLine: readonly string[],
  defaults: { language: Language; folder: string },
): CommandLine {
  const asked = LANGUAGES.find((_, at) => {
    const place = commandLine.findIndex((part) => part === "--lang" || part.startsWith("--lang="));
    const value = commandLine[place]?.split("=")[1] ?? commandLine[place + 1];
    return place >= 0 && value === LANGUAGES[at];
  });
  return {
    language: asked ?? defaults.language,
    wantsHelp: commandLine.length === 0 || commandLine.includes("--help") || commandLine.includes("-h"),
    options: () => parseOptions(commandLine, defaults),
  };
}

function parseOptions(commandLine: readonly string[], defaults: { folder: string }): ImportOptions {
  const { values, positionals } = parseStrictly(commandLine);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new ImportError("options", { detail: "FILE" });
  for (const [name, value] of Object.entries(values))
    if (value === "") throw new ImportError("options", { detail: `--${name}` });
  chooseOne(values.lang, { name: "lang", choices: LANGUAGES });
  const wanted = chooseOne(values.visibility, { name: "visibility", choices: READERS });
  const closed = chooseOne(values["as-visibility"], {
    name: "as-visibility",
    choices: ["member", "coordinator"] as const,
  });
  if (wanted !== undefined && closed !== undefined && wanted !== closed)
    throw new ImportError("visibility-conflict", { found: wanted, detail: closed });
  const mapped = (values.map ?? []).map(parseMapping);
  return {
    file,
    ...(values.sheet === undefined ? {} : { sheet: values.sheet }),
    map: new Map(mapped.map(({ heading, field }) => [foldText(heading), field])),
    mapHeadings: mapped.map(({ heading }) => heading),
    source: values.source ?? "",
    park: values.park ?? "",
    visibility: closed ?? wanted ?? "coordinator",
    keepsPrivate: closed !== undefined,
    isWriting: values.write === true,
    isUpdating: values.update === true,
    ...(values.rejects === undefined ? {} : { rejects: values.rejects }),
    folder: values.into ?? defaults.folder,
  };
}

function parseStrictly(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new ImportError("options", { detail: error instanceof Error ? error.message : String(error) });
  }
}

function chooseOne<Choice extends string>(
  value: string | undefined,
  { name, choices }: { name: string; choices: readonly Choice[] },
): Choice | undefined {
  const choice = choices.find((candidate) => candidate === value);
  if (value !== undefined && choice === undefined)
    throw new ImportError("options", { detail: `--${name} ${choices.join("|")}` });
  return choice;
}

/** `"Heading=field"`; the heading may hold an equals sign itself. */
function parseMapping(text: string): { heading: string; field: Field } {
  const at = text.lastIndexOf("=");
  const [heading, field] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || heading === "") throw new ImportError("map-form", { found: text });
  if (!isField(field)) throw new ImportError("map-field", { found: field, detail: FIELDS.join(", ") });
  return { heading, field };
}
