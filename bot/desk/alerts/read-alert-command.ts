import type { Language } from "../../../knowledge/languages.ts";
import { ALERT_COMMAND_WORDS, type AlertCommandWords, ASKS_GENERALLY } from "./alert-command-words.ts";

/** What is to be done with alerts that are there. */
export type AlertCommand =
  | { kind: "list" }
  | {
      kind: "pause" | "resume" | "delete";
      /** `"all"` where all are meant; absent where no number was said. */
      number?: number | "all";
      /** Words that say what the meant alert watches. */
      about?: string;
    };

/** More words than this tell of something else. */
const MOST_WORDS = 14;

/**
 * Reads words as a command on alerts that are there: a word for alerts and a verb, in whatever order.
 *
 * @returns Nothing for any other message.
 *
 * @example
 * ```ts
 * readAlertCommand("Pausa askbevakningen", "sv"); // { kind: "pause", about: "askströmmar" }
 * ```
 */
export function readAlertCommand(text: string, language: Language): AlertCommand | undefined {
  if (ASKS_GENERALLY.test(text) || text.split(/\s+/).length > MOST_WORDS) return undefined;
  const words = ALERT_COMMAND_WORDS[language];
  const telling = matchOf(words.stopTelling, text);
  if (telling !== undefined) return toCommand("delete", { text, said: telling, compound: "", words });
  const noun = matchOf(words.noun, text);
  if (noun === undefined) return has(words.asksWatched, text) ? { kind: "list" } : undefined;
  const rest = text.replace(words.noun, " ");
  const kind = kindOf(rest, words);
  const compound = (noun[1] ?? "").toLowerCase();
  if (kind !== undefined) return toCommand(kind, { text, said: noun, compound, words });
  const isOwn = has(words.own, text);
  return isOwn && compound === "" && has(words.shows, rest) ? { kind: "list" } : undefined;
}

function kindOf(text: string, words: AlertCommandWords): "pause" | "resume" | "delete" | undefined {
  if (has(words.pause, text)) return "pause";
  if (has(words.resume, text)) return "resume";
  if (!has(words.delete, text)) return undefined;
  return has(words.meanwhile, text) ? "pause" : "delete";
}

function toCommand(
  kind: "pause" | "resume" | "delete",
  said: { text: string; said: RegExpExecArray; compound: string; words: AlertCommandWords },
): AlertCommand {
  const { text, said: found, compound, words } = said;
  const number = /^(?:\s+\p{L}+\.?)?\s*#?(\d{1,6})(?![\d\p{L}])/u.exec(
    text.slice(found.index + found[0].length),
  )?.[1];
  if (number !== undefined) return { kind, number: Number(number) };
  const about = compound === "" ? restOf(text, { kind, words }) : words.streamsOf(compound);
  if (about !== "") return { kind, about };
  if (has(words.all, text)) return { kind, number: "all" };
  return { kind };
}

/** What is left when the command is taken out of its words. */
function restOf(
  text: string,
  { kind, words }: { kind: "pause" | "resume" | "delete"; words: AlertCommandWords },
): string {
  return [words.stopTelling, words.noun, words[kind], words.delete, words.meanwhile, words.all, words.filler]
    .reduce((rest, pattern) => rest.replace(pattern, " "), text)
    .replace(/[^\p{L}\d.,-]+/gu, " ")
    .replace(/^[\s.,-]+|[\s.,-]+$/g, "");
}

/** The patterns of words without their `g`, which would begin where the last match ended. */
const FROM_START = new WeakMap<RegExp, RegExp>();

function matchOf(pattern: RegExp, text: string): RegExpExecArray | undefined {
  const fromStart = FROM_START.get(pattern) ?? new RegExp(pattern.source, "iu");
  FROM_START.set(pattern, fromStart);
  return fromStart.exec(text) ?? undefined;
}

function has(pattern: RegExp, text: string): boolean {
  return matchOf(pattern, text) !== undefined;
}
