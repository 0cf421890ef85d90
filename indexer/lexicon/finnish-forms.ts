import { changeGrade, STRONG_GRADES, WEAK_GRADES } from "./finnish-grades.ts";

/**
 * Finnish base forms to the stems they inflect on. A Snowball stemmer cuts endings but does not know that
 * "tehdas" and "tehtaan" are one word; so the vocabulary side is spread out to its likely stems instead.
 * Rules after the nominal types of the Finnish grammar (VISK, sections 41-65, 2008).
 */

function vowelStems(word: string): string[] {
  if (word.endsWith("nen")) return [`${word.slice(0, -3)}se`];
  if (/[uy]s$/.test(word)) {
    const base = word.slice(0, -1);
    return [`${base}kse`, `${base}de`, `${base}te`];
  }
  if (/(as|äs)$/.test(word)) {
    const long = `${word.slice(0, -1)}${word.at(-2)}`;
    return [long, ...changeGrade(long, STRONG_GRADES), `${word.slice(0, -1)}kse`];
  }
  if (/is$/.test(word)) {
    const long = `${word.slice(0, -1)}i`;
    return [long, ...changeGrade(long, STRONG_GRADES), `${word.slice(0, -1)}kse`];
  }
  if (/(os|ös|es)$/.test(word)) return [`${word.slice(0, -1)}kse`];
  if (/in$/.test(word)) {
    const stem = `${word.slice(0, -1)}me`;
    return [stem, ...changeGrade(word.slice(0, -1), STRONG_GRADES).map((form) => `${form}me`)];
  }
  if (/(ton|tön)$/.test(word)) return [`${word.slice(0, -2)}toma`, `${word.slice(0, -2)}tömä`];
  if (/e$/.test(word)) {
    const long = `${word}e`;
    return [long, ...changeGrade(long, STRONG_GRADES)];
  }
  if (/si$/.test(word)) {
    const base = word.slice(0, -2);
    return [word, `${base}de`, `${base}te`];
  }
  if (/i$/.test(word)) {
    const changed = `${word.slice(0, -1)}e`;
    return [word, ...changeGrade(word, WEAK_GRADES), changed, ...changeGrade(changed, WEAK_GRADES)];
  }
  if (/[aeouyäö]$/.test(word)) return [word, ...changeGrade(word, WEAK_GRADES)];
  return [`${word}i`];
}

/** "Jäännös", "jäännöstä": the partitive of many words is made of a stem that ends in a consonant. */
function consonantPartitives(word: string): string[] {
  if (/[aouyäöie]s$/.test(word)) return [`${word}ta`, `${word}tä`];
  if (word.endsWith("nen")) return [`${word.slice(0, -3)}sta`, `${word.slice(0, -3)}stä`];
  return [];
}

const ENDINGS = ["n", "a", "ä", "ta", "tä", "ssa", "ssä", "lla", "llä", "t", "ihin", "on", "in"];

/**
 * Lists forms in which a Finnish word is met, enough for a stemmer to cut each to a stem worth indexing.
 *
 * Wrong forms among them do no harm (nobody writes them); missing ones cost recall.
 *
 * @param word One lower-case word in its base form (nominative, or infinitive of a verb).
 * @returns The word itself and inflected forms, without duplicates.
 *
 * @example
 * ```ts
 * finnishForms("tehdas").includes("tehtaan"); // true
 * finnishForms("yritys").includes("yrityksen"); // true
 * ```
 */
export function finnishForms(word: string): string[] {
  const forms = new Set<string>([word]);
  if (word.length < 3) return [...forms];
  for (const form of consonantPartitives(word)) forms.add(form);
  for (const stem of vowelStems(word)) {
    for (const ending of ENDINGS) forms.add(stem + ending);
    if (/[aäe]$/.test(stem)) {
      forms.add(`${stem.slice(0, -1)}ien`);
      forms.add(`${stem.slice(0, -1)}issa`);
      forms.add(`${stem.slice(0, -1)}illa`);
      forms.add(`${stem.slice(0, -1)}oja`);
      forms.add(`${stem.slice(0, -1)}öjä`);
      forms.add(`${stem.slice(0, -1)}ia`);
    }
  }
  if (/[aä]$/.test(word) && word.length > 4) {
    const base = word.slice(0, -1);
    for (const ending of [
      "taan",
      "tään",
      "nut",
      "nyt",
      "tu",
      "ty",
      "tiin",
      "n",
      "vat",
      "vät",
      "i",
      "ivat",
      "ivät",
    ]) {
      forms.add(base + ending);
    }
    forms.add(`${base}minen`);
    // Past tense of stems in -a and -ä ("perusti", "perustivat") and the passive ("perustettiin").
    if (/[aä]$/.test(base)) {
      const root = base.slice(0, -1);
      for (const ending of [
        "i",
        "ivat",
        "ivät",
        "etaan",
        "etään",
        "ettiin",
        "ettu",
        "etty",
        "etut",
        "etyt",
      ]) {
        forms.add(root + ending);
      }
    }
  }
  return [...forms];
}
