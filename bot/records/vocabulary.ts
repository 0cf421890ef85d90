import { type Steps, sortInSteps, splitWords } from "../../indexer/index.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { editDistance } from "./edit-distance.ts";
import { foldWord } from "./fold-word.ts";
import { type SearchWord, stemsOf } from "./search-word.ts";

/** How well a known word meets a typed one, 1 for the same word; see {@link Vocabulary.find}. */
const QUALITY = {
  same: 1,
  stem: 0.9,
  base: 0.86,
  /** The typed word begins the known one; the rest of the way up to `base` by how much of it was typed. */
  prefix: 0.62,
  /** The known word is a compound that ends in the typed one. */
  tail: 0.6,
  inside: 0.42,
  /** Another word for the same, or for a part of a compound that nothing bears as a whole. */
  synonym: 0.5,
  /** One letter wrong; each further one takes `perLetter`. */
  slip: 0.55,
  slipOfPrefix: 0.45,
  perLetter: 0.1,
} as const;

/** Synonyms and slips are looked for only where nothing better than this was found. */
const GOOD_ENOUGH = 0.55;
const SHORTEST_INSIDE = 3;
const SHORTEST_STEM = 4;
/** As many letters in a row as the shortest part that is looked for. */
const SPOKEN = /\p{L}{3}/u;
/** One wrong letter is forgiven for so many typed, at most three in all. */
const LETTERS_PER_SLIP = 4;
const MOST_SLIPS = 3;

/** Texts kept while words are added: those of producers, towns and parks come again and again. */
const MOST_TEXTS = 10_000;

/** The different words of an index, each with a number, and how typed words find them. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  /** Numbers of the words that are no mere codes; only they are looked through for parts and slips. */
  readonly #spoken: number[] = [];
  readonly #stems = new Map<string, number[]>();
  readonly #texts = new Map<string, readonly number[]>();
  #sorted: readonly number[] | undefined;

  /** How many words there are. */
  get size(): number {
    return this.#words.length;
  }

  /** Adds the words of a text. @returns Their numbers, in order. */
  add(text: string): readonly number[] {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const ids = splitWords(text.normalize("NFKC")).map(({ lower }) => this.#idOf(lower.replace(/'s?$/, "")));
    if (this.#texts.size < MOST_TEXTS) this.#texts.set(text, ids);
    return ids;
  }

  /** Ends adding: what only adding needs is let go. */
  *finish(): Steps<void> {
    this.#texts.clear();
    const compare = (a: number, b: number) => (this.#word(a) < this.#word(b) ? -1 : 1);
    this.#sorted = yield* sortInSteps([...this.#words.keys()], compare);
  }

  /** Finds the known words that a typed one may mean, with how well each meets it, above 0 and at most 1. */
  find(typed: SearchWord): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    const raise = (id: number | undefined, quality: number) => {
      if (id !== undefined && quality > (found.get(id) ?? 0)) found.set(id, quality);
    };
    raise(this.#ids.get(typed.folded), QUALITY.same);
    for (const base of typed.bases) raise(this.#ids.get(base), QUALITY.base);
    const isNumber = /\d/.test(typed.folded);
    for (const language of isNumber ? [] : LANGUAGES) {
      const stem = typed.stems[language];
      // Cut to three letters, "kipsi" is "KIP".
      if (stem.length < SHORTEST_STEM) continue;
      for (const id of this.#stems.get(`${language} ${stem}`) ?? []) raise(id, QUALITY.stem);
    }
    this.#findPrefix(typed.folded, raise);
    if (!isNumber) this.#findInside(typed, raise);
    if (isNumber || Math.max(0, ...found.values()) >= GOOD_ENOUGH) return found;
    for (const synonym of typed.synonyms) raise(this.#ids.get(synonym), QUALITY.synonym);
    this.#findSlips(typed.folded, raise);
    return found;
  }

  #findPrefix(typed: string, raise: (id: number, quality: number) => void): void {
    const sorted = this.#sorted ?? [];
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#word(sorted[middle]) < typed) low = middle + 1;
      else high = middle;
    }
    for (; low < sorted.length && this.#word(sorted[low]).startsWith(typed); low++) {
      const id = sorted[low] as number;
      const share = typed.length / this.#word(id).length;
      raise(id, QUALITY.prefix + (QUALITY.base - QUALITY.prefix) * share);
    }
  }

  /** "tuhka" in "lentotuhka", "kuonat" in "masuunikuona". */
  #findInside({ folded, stems }: SearchWord, raise: (id: number, quality: number) => void): void {
    if (folded.length < SHORTEST_INSIDE) return;
    const parts = [...new Set([folded, ...Object.values(stems)])].filter(
      (part) => part === folded || part.length >= SHORTEST_STEM,
    );
    for (const id of this.#spoken) {
      const word = this.#word(id);
      for (const part of parts) {
        const at = word.indexOf(part);
        if (at < 0) continue;
        const rest = word.length - at - part.length;
        // A stem lacks its ending: "tuhk" ends "lentotuhka".
        const isTail = rest <= (part === folded ? 0 : 2);
        raise(id, isTail || at === 0 ? QUALITY.tail : QUALITY.inside);
      }
    }
  }

  #findSlips(typed: string, raise: (id: number, quality: number) => void): void {
    const most = Math.min(MOST_SLIPS, Math.floor(typed.length / LETTERS_PER_SLIP));
    if (most === 0) return;
    for (const id of this.#spoken) {
      const word = this.#word(id);
      if (word.length < typed.length - most) continue;
      const { whole, prefix } = editDistance(typed, word, most);
      if (whole <= most) raise(id, QUALITY.slip - (whole - 1) * QUALITY.perLetter);
      else if (prefix <= most && typed.length > LETTERS_PER_SLIP)
        raise(id, QUALITY.slipOfPrefix - (prefix - 1) * QUALITY.perLetter);
    }
  }

  #idOf(lower: string): number {
    const folded = foldWord(lower);
    const known = this.#ids.get(folded);
    if (known !== undefined) return known;
    const id = this.#words.push(folded) - 1;
    this.#ids.set(folded, id);
    if (SPOKEN.test(folded)) this.#spoken.push(id);
    if (/\d/.test(folded)) return id;
    const stems = stemsOf(lower);
    for (const language of LANGUAGES) {
      const key = `${language} ${stems[language]}`;
      const ids = this.#stems.get(key);
      if (ids === undefined) this.#stems.set(key, [id]);
      else ids.push(id);
    }
    return id;
  }

  #word(id: number | undefined): string {
    return this.#words[id ?? -1] ?? "";
  }
}
