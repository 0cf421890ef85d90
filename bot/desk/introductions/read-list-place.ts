import { readNumberWord } from "../../understand/number-words.ts";

/** Ordinals in the three languages, each as the beginning of its forms; places from 1. */
const ORDINALS = [
  "first|ensimmäi|första",
  "second|toinen|toise|toista|andra",
  "third|kolmas|kolman|tredje",
  "fourth|neljäs|neljän(?=\\p{L})|fjärde",
  "fifth|viides|viiden(?=\\p{L})|femte",
].map((forms) => new RegExp(`(?<!\\p{L})(?:${forms})`, "iu"));
const NUMBER = /(?<!\p{L})(?:number|no\.?|numero|nro|nummer|nr\.?|#)\s*(\d{1,2}|\p{L}+)/iu;
const LAST = /(?<!\p{L})(?:last|viimei|sista)/iu;
/** The Finnish case of "to": "numero neljälle". */
const TO = /(?:lle|n)$/u;

/**
 * Reads which one of a list is meant.
 *
 * @param count How many the list holds.
 * @returns Its place from 1; nothing where no place is told.
 *
 * @example
 * ```ts
 * readListPlace("numero neljälle", 5); // 4
 * readListPlace("the last company", 5); // 5
 * ```
 */
export function readListPlace(words: string, count: number): number | undefined {
  const told = NUMBER.exec(words)?.[1]?.toLowerCase() ?? (/^\d{1,2}$/.test(words) ? words : undefined);
  if (told !== undefined) {
    const number = /^\d/.test(told)
      ? Number(told)
      : (readNumberWord(told) ?? readNumberWord(told.replace(TO, "")));
    if (number !== undefined) return number;
  }
  const place = ORDINALS.findIndex((ordinal) => ordinal.test(words));
  if (place >= 0) return place + 1;
  return LAST.test(words) ? count : undefined;
}
