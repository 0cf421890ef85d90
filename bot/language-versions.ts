import { doAtOnce, doInSteps, mapInSteps, type Passage, type Rest, type Steps } from "../indexer/index.ts";
import { LANGUAGES, type Language } from "../knowledge/languages.ts";

/** A folder or file named after a language: "guides/fi/eco3.md", "faq/sv.md". */
const LANGUAGE_IN_PATH = /((?:^|\/))(fi|sv|en)((?:\/|\.))/;

/** What stays the same over languages: a row of a table, or a FAQ entry. */
function recordOf({ record, faq }: Passage): string | undefined {
  return record ?? (faq && `faq:${faq.id}`);
}

/** Tells which passages exist in another language too, so that an answer takes its own. */
export class LanguageVersions {
  readonly #passages: readonly Passage[];
  readonly #files: ReadonlySet<string>;
  readonly #records: ReadonlySet<string>;
  /** By language, 1 for each passage of another that it has a version of; asked of all passages at every search. */
  readonly #lesser: Partial<Record<Language, Uint8Array>> = {};

  constructor(passages: readonly Passage[]) {
    this.#passages = passages;
    this.#files = new Set(passages.map(({ file }) => file));
    this.#records = new Set(passages.map((passage) => `${recordOf(passage)} ${passage.language}`));
  }

  /** Whether a passage, by its position, is in a language, or is not there in it. */
  isBest(entry: number, language: Language): boolean {
    const lesser = this.#lesser[language] ?? doAtOnce(this.#find(language));
    return lesser[entry] !== 1;
  }

  /** Looks through all passages now, with rests between. */
  async findInSteps(rest: Rest): Promise<void> {
    for (const language of LANGUAGES) await doInSteps(this.#find(language), rest);
  }

  *#find(language: Language): Steps<Uint8Array> {
    const look = (passage: Passage) => (this.#existsIn(language, passage) ? 1 : 0);
    const lesser = Uint8Array.from(yield* mapInSteps(this.#passages, look, 512));
    this.#lesser[language] = lesser;
    return lesser;
  }

  /** Whether the text or row of a passage in another language is there in this one. */
  #existsIn(language: Language, passage: Passage): boolean {
    if (passage.language === language) return false;
    const record = recordOf(passage);
    if (record !== undefined) return this.#records.has(`${record} ${language}`);
    const own = passage.file.replace(LANGUAGE_IN_PATH, `$1${language}$3`);
    return own !== passage.file && this.#files.has(own);
  }
}
