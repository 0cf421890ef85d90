import { readFile } from "node:fs/promises";
import { join } from "node:path";

const PLACE = /\{\{([a-z]+)\}\}/g;

/** Prompts by name: their files do not change while the bot runs. */
const read = new Map<string, Promise<string>>();

/**
 * Reads a prompt of this folder and fills its places in.
 *
 * @param name File name without ending, such as `answer-question`.
 * @param values A value for every place; a value is never read for places of its own.
 * @returns The prompt, ready to be sent.
 * @throws {RangeError} When a place has no value or an empty one, or a value has no place.
 */
export async function loadPrompt(name: string, values: Readonly<Record<string, string>>): Promise<string> {
  const text = await readOnce(name);
  const places = new Set([...text.matchAll(PLACE)].map((match) => match[1] as string));
  const missing = [...places].filter((place) => (values[place] ?? "").trim() === "");
  const unknown = Object.keys(values).filter((key) => !places.has(key));
  if (missing.length > 0 || unknown.length > 0) {
    const faults = [
      ...missing.map((place) => `no value for "${place}"`),
      ...unknown.map((key) => `no place "${key}"`),
    ];
    throw new RangeError(`Cannot fill the prompt "${name}": ${faults.join(", ")}`);
  }
  return text.replace(PLACE, (_all, place: string) => values[place] as string);
}

/** A prompt in the two parts that a chat model takes. */
export interface PromptParts {
  /** The rules. */
  system: string;
  /** The data they are to be used on. */
  user: string;
}

/**
 * Reads a prompt like {@link loadPrompt} and parts it at the line of three dashes: rules above, data below. Data above
 * the line, or a second line, would let data pass for rules.
 *
 * @throws {RangeError} As {@link loadPrompt}, and when the file has not exactly one such line.
 */
export async function loadPromptParts(
  name: string,
  values: Readonly<Record<string, string>>,
): Promise<PromptParts> {
  const parts = (await readOnce(name)).split(/^---$/m);
  if (parts.length !== 2)
    throw new RangeError(`Cannot part the prompt "${name}": expected one line of three dashes`);
  const filled = await loadPrompt(name, values);
  // The rules come first and hold no data, so their line of dashes is the first one.
  const at = filled.search(/^---$/m);
  return { system: filled.slice(0, at).trim(), user: filled.slice(at + 3).trim() };
}

function readOnce(name: string): Promise<string> {
  const known = read.get(name) ?? readFile(join(import.meta.dirname, `${name}.md`), "utf8");
  read.set(name, known);
  // A failure is not remembered.
  known.catch(() => read.delete(name));
  return known;
}
