import { strongGrades } from "../../indexer/index.ts";

/** Endings that hang on names in Finnish and Swedish ("Bolidenin", "KISSissä", "Ermalas"). */
const NAME_ENDING =
  /(?:in|n|ssa|ssä|issa|issä|sta|stä|ista|istä|lla|llä|illa|illä|lta|ltä|lle|ille|ksi|iksi|on|en|an|än|ia|iä|ta|tä|s|es|ens)$/;
const WHOLE_ENDING = new RegExp(`^${NAME_ENDING.source}`);

/** "Kirveslahde-" of "Kirveslahden" is Kirveslahti, "Laukaa-" of "Laukaan" Laukaa, "Outokummu-" Outokumpu. */
function basesOfName(stem: string): string[] {
  const grades = [stem, ...strongGrades(stem), stem.replace(/mm([aeiouyäö]+)$/, "mp$1")];
  return grades.flatMap((form) => (form.endsWith("e") ? [form, `${form.slice(0, -1)}i`] : [form]));
}

/**
 * Words that an inflected name may come from, the word itself first.
 *
 * @param word One lower-case word.
 *
 * @example
 * ```ts
 * baseForms("bolidenin"); // ["bolidenin", "bolideni", "boliden", …]
 * ```
 */
export function baseForms(word: string): string[] {
  const forms = [word];
  for (let length = 1; length <= 4; length++) {
    const bare = word.slice(0, -length);
    const ending = word.slice(-length);
    if (bare.length < 3 || !NAME_ENDING.test(ending)) continue;
    forms.push(...(WHOLE_ENDING.test(ending) ? basesOfName(bare) : [bare]));
  }
  return forms;
}
