/**
 * Lists the forms of a Swedish word that its Snowball stemmer leaves apart from the base form: the definite
 * singular in -an, -et and -t ("askan", "gipset", "området"), after the declensions of Svenska Akademiens
 * grammatik (1999). The other forms are cut to the same stem by the stemmer itself.
 *
 * Wrong forms among them do no harm (nobody writes them); missing ones cost recall.
 *
 * @param word One lower-case word in its base form.
 * @returns The word itself and further forms, without duplicates.
 *
 * @example
 * ```ts
 * swedishForms("aska"); // ["aska", "askan", "askans"]
 * ```
 */
export function swedishForms(word: string): string[] {
  if (word.length < 3) return [word];
  if (word.endsWith("a")) return [word, `${word}n`, `${word}ns`];
  if (word.endsWith("e")) return [word, ...["t", "ts", "n", "na", "nas"].map((ending) => word + ending)];
  if (!/[bcdfghjklmnpqrstvxz]$/.test(word)) return [word];
  const stems = [word];
  if (/[aeiouyåäö][mn]$/.test(word)) stems.push(word + word.at(-1));
  if (word.endsWith("um")) stems.push(word.slice(0, -2));
  const forms = stems.flatMap((stem) => ["et", "ets", "en", "ens"].map((ending) => stem + ending));
  return [...new Set([word, ...forms])];
}
