import { readFile } from "node:fs/promises";
import { join } from "node:path";

const PLACE = /\{\{([a-z]+)\}\}/g;

/**
 * Reads a prompt of this folder and fills its places in.
 *
 * @param name File name without ending, such as `answer-question`.
 * @param values A value for every place; a value is never read for places of its own.
 * @returns The prompt, ready to be sent.
 * @throws {RangeError} When a place has no value or a value has no place.
 */
export async function loadPrompt(name: string, values: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(join(import.meta.dirname, `${name}.md`), "utf8");
  const places = new Set([...text.matchAll(PLACE)].map((match) => match[1] as string));
  const missing = [...places].filter((place) => values[place] === undefined);
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
