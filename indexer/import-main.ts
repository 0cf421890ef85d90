import { LANGUAGES, type Language } from "../knowledge/languages.ts";
import { ImportError } from "./import/import-error.ts";
import { importTable } from "./import/import-table.ts";
import { parseCommandLine } from "./import/parse-options.ts";
import { IMPORT_TEXTS } from "./import/texts.ts";

/** `npm run knowledge:import -- FILE`: shows a table of side streams as it would be stored; `--write` stores it. */
async function main(commandLine: readonly string[]): Promise<number> {
  const { language, wantsHelp, options } = parseCommandLine(commandLine, {
    language: languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ""),
    folder: "knowledge",
  });
  const texts = IMPORT_TEXTS[language];
  if (wantsHelp) {
    process.stdout.write(`${texts.usage}\n`);
    return commandLine.length === 0 ? 2 : 0;
  }
  let file: string | undefined;
  try {
    const parsed = options();
    file = parsed.file;
    const command = `npm run knowledge:import -- ${[...withoutRejects(commandLine), "--write"].map(quote).join(" ")}`;
    const { lines, exitCode } = await importTable(parsed, { texts, command, now: new Date() });
    process.stdout.write(`${lines.join("\n")}\n`);
    return exitCode;
  } catch (error) {
    const reason =
      error instanceof ImportError
        ? texts.errors[error.code](error.found, error.detail)
        : error instanceof Error
          ? error.message
          : String(error);
    process.stderr.write(`${texts.cannot(file)}: ${reason}\n`);
    return 2;
  }
}

/** "fi_FI.UTF-8" is Finnish; whatever is none of the three is answered in English. */
function languageOf(locale: string): Language {
  return LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? "en";
}

/** The preview has written that file already, and no file is written over. */
function withoutRejects(commandLine: readonly string[]): string[] {
  return commandLine.filter(
    (part, at) => !part.startsWith("--rejects") && (commandLine[at - 1] ?? "") !== "--rejects",
  );
}

function quote(argument: string): string {
  return /^[\w./:=@%+-]+$/.test(argument) ? argument : `"${argument.replace(/(["\\$`])/g, "\\$1")}"`;
}

process.exitCode = await main(process.argv.slice(2));
