import { readFile } from "node:fs/promises";
import { z } from "zod";
import { InputError, toInputError } from "./input-error.ts";

/**
 * Reads a file of JSON lines; empty lines are passed over.
 *
 * @throws {InputError} If the file cannot be read or a line is not of the form; the message names the line.
 */
export async function readJsonLines<Line>(file: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw toInputError(`Cannot read "${file}"`, error);
  });
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      throw new InputError(`Cannot read "${file}", line ${at + 1}: ${reason}`, { cause: error });
    }
  });
}
