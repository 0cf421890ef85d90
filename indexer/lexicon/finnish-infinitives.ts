import { changeGrade, strongGrades, WEAK_GRADES } from "./finnish-grades.ts";

/**
 * From an inflected Finnish verb to the infinitives it may belong to. Stemming cuts endings, but "alettiin" and
 * "alkaa" share two letters only; so a word that no stem knows is taken back to what it may have been, and a
 * dictionary decides. Verb types after the Finnish grammar (VISK, sections 66-78 and 105-120, 2008).
 */

type Guess = (rest: string) => string[];

/** Endings of a verb, longest first, and what infinitives the rest of the word leads to. */
const ENDINGS: readonly (readonly [RegExp, Guess])[] = [
  // Passive with a double t: aletaan, alettiin, alettu, alettava, alettaessa, alettaisiin.
  [/tt(?:iin|aisiin|äisiin|aessa|äessä|u\p{L}{0,4}|y\p{L}{0,4}|ava\p{L}{0,3}|ävä\p{L}{0,3})$/u, fromPassive],
  [/(?<=[aeiouyäö])t(?:aan|ään|u|y|un|yn|ut|yt)$/u, fromPassive],
  // Passive with a single t or d: tuotiin, myytiin, ennakoitu, suunniteltiin.
  [
    /[td](?:iin|aan|ään|aisiin|äisiin|aessa|äessä|u\p{L}{0,4}|y\p{L}{0,4}|ava\p{L}{0,3}|ävä\p{L}{0,3})$/u,
    fromShortPassive,
  ],
  [/(?<=(?:ll|nn|rr|st)[aä])[aä]n$/u, (rest) => [rest]],
  [/ess[aä]$/u, (rest) => [`${rest}a`, `${rest}ä`]],
  [/(?:is|s)i(?:vat|vät|n|t|mme|tte)?$/u, fromPast],
  [/i(?:vat|vät|n|t|mme|tte)?$/u, fromPast],
  [/(?<=[lrns])[lrs](?:[uy]t|eet|ee\p{L}{1,3})$/u, fromShortPassive],
  [/(?:n[uy]t|neet|nee\p{L}{1,3})$/u, fromParticiple],
  [
    /(?:v[aä]t|v[aä]\p{L}{0,3}|m[aä](?:ll[aä]|ss[aä]|st[aä]|[aä]n|tt[aä])?|mi(?:nen|s\p{L}{1,4})|n|t|mme|tte)$/u,
    fromVowelStem,
  ],
  [/(?<=([aeiouyäö]))\1$/u, (rest) => [...fromVowelStem(rest), ...fromVowelStem(rest + rest.at(-1))]],
];

const LONGEST_GUESSED = 24;

/**
 * Lists the infinitives that an inflected verb may belong to; most of them are no words at all, so each must be
 * looked up.
 *
 * @param word One lower-case word.
 *
 * @example
 * ```ts
 * finnishInfinitives("alettiin").includes("alkaa"); // true
 * finnishInfinitives("ennakoitiin").includes("ennakoida"); // true
 * ```
 */
export function finnishInfinitives(word: string): string[] {
  if (word.length < 4 || word.length > LONGEST_GUESSED) return [];
  const guesses = new Set<string>();
  for (const [ending, guess] of ENDINGS) {
    const found = ending.exec(word);
    if (found === null || found.index < 2) continue;
    for (const infinitive of guess(word.slice(0, found.index))) guesses.add(infinitive);
  }
  return [...guesses];
}

/** A stem in either grade. */
function bothGrades(stem: string): string[] {
  return [stem, ...strongGrades(stem)];
}

function withVowel(stems: readonly string[]): string[] {
  return stems.flatMap((stem) => [`${stem}a`, `${stem}ä`]);
}

/** "ale-" of alettiin: alkaa; "kerro-": kertoa; "halu-": haluta; "tarvi-": tarvita. */
function fromPassive(rest: string): string[] {
  const openStems = rest.endsWith("e") ? [rest, `${rest.slice(0, -1)}a`, `${rest.slice(0, -1)}ä`] : [rest];
  return [...withVowel(openStems.flatMap(strongOf)), ...withVowel([`${rest}t`])];
}

/** The weak passive stem shows no k at all where the strong one has it: "ale-", "alka-". */
function strongOf(stem: string): string[] {
  const vowel = stem.at(-1) ?? "";
  return [...bothGrades(stem), `${stem.slice(0, -1)}k${vowel}`];
}

/** "tuo-" of tuotiin: tuoda; "suunnitel-" of suunniteltiin: suunnitella; "nous-": nousta. */
function fromShortPassive(rest: string): string[] {
  const last = rest.at(-1) ?? "";
  if (/[aeiouyäö]/.test(last)) return withVowel([`${rest}d`]);
  return withVowel([last === "s" ? `${rest}t` : `${rest}${last}`]);
}

/** "alko-" of alkoi: alkaa; "hyväksy-" of hyväksyi; "rakens-" of rakensi: rakentaa; "halus-" of halusi: haluta. */
function fromPast(rest: string): string[] {
  const stems = rest.endsWith("o")
    ? [rest, `${rest.slice(0, -1)}a`]
    : [rest, `${rest}a`, `${rest}ä`, `${rest}e`, `${rest}i`];
  const withT = rest.endsWith("s") ? [] : [`${rest}ta`, `${rest}tä`];
  return [...stems.flatMap(fromVowelStem), ...withT, ...withT.flatMap((form) => withVowel([form]))];
}

/** "tull-" of tullut: tulla; "noussut": nousta; "halun-" of halunnut: haluta; "alka-" of alkanut: alkaa. */
function fromParticiple(rest: string): string[] {
  return [...fromVowelStem(rest), ...withVowel([`${rest.replace(/n$/, "")}t`])];
}

/** From the stem of the present: "alka-", "tuo-", "tule-", "halua-", "tarvitse-", "vanhene-". */
function fromVowelStem(stem: string): string[] {
  const last = stem.at(-1) ?? "";
  if (!/[aeiouyäö]/.test(last)) return [];
  const guesses = [...withVowel(strongOf(stem)), ...withVowel([`${stem}d`])];
  const body = stem.slice(0, -1);
  if (/[aä]$/.test(stem))
    guesses.push(...[body, ...changeGrade(body, WEAK_GRADES)].flatMap((base) => withVowel([`${base}t`])));
  if (/[lnr]e$/.test(stem)) {
    const consonant = body.at(-1) ?? "";
    const open = body.slice(0, -1);
    const bases = [open, ...changeGrade(open, WEAK_GRADES)];
    guesses.push(...bases.flatMap((base) => withVowel([base + consonant + consonant])));
  }
  if (stem.endsWith("se")) guesses.push(...withVowel([`${body}t`]));
  if (stem.endsWith("tse")) guesses.push(...withVowel([`${stem.slice(0, -3)}t`]));
  if (stem.endsWith("ne")) guesses.push(...withVowel([`${stem.slice(0, -2)}t`]));
  return guesses;
}
