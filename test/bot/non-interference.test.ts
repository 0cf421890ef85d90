import { beforeAll, describe, expect, it } from "vitest";
import { LANGUAGES, type Reader } from "../../knowledge/languages.ts";
import { plainAttempts } from "../support/leak-attempts.ts";
import { leakKnowledge } from "../support/leak-knowledge.ts";
import { everythingOf } from "../support/leak-outlets.ts";
import { type Asker, askFiles } from "../support/own-index.ts";

/** Other values in the places of the secrets of a rank: figures of other sizes, other names. */
const CHANGES: Record<"public" | "member", readonly (readonly [RegExp, string])[]> = {
  member: [
    [/quagga/g, "dugong"],
    [/Quagga/g, "Dugong"],
    [/okapi/g, "bongo"],
    [/Okapi/g, "Bongo"],
    [/Nandu/g, "Emu"],
    [/nandu/g, "emu"],
    [/Sotkamo/g, "Kuhmo"],
    [/9771/g, "1"],
    [/61253/g, "7"],
    [/61 253/g, "7"],
    [/9002/g, "3"],
    [/73[.,]46/g, "0.2"],
    [/Kaisa Kivi/g, "Timo Tammi"],
  ],
  public: [
    [/zephyr/g, "kestrel"],
    [/Zephyr/g, "Kestrel"],
    [/48_?317|48[,\s]317/g, "12"],
    [/48 thousand|48 tuhatta|48 tusen/g, "12"],
    [/7771/g, "990000"],
    [/7002/g, "1"],
    [/7004/g, "2"],
    [/Veera Vuori/g, "Onni Orava"],
    [/xenonite/g, "gypsum"],
    [/ksenoniitti/g, "kipsi"],
    [/xenonit/g, "gips"],
    [/13[.,]37/g, "99"],
    [/100115/g, "030309"],
  ],
};

/** Ids that are made of hidden names change with them, and say nothing. */
const MASKED = /(?:companies|exchanges)-[\da-f]{10}/g;

let asker: Asker;
const changed: Partial<Record<Reader, Asker>> = {};
beforeAll(async () => {
  const files = leakKnowledge();
  const rewrite = (changes: readonly (readonly [RegExp, string])[]) =>
    Object.fromEntries(
      Object.entries(files).map(([file, content]) => [
        changes.reduce((path, [from, to]) => path.replace(from, to), file),
        isWrittenHere(file) ? changes.reduce((text, [from, to]) => text.replace(from, to), content) : content,
      ]),
    );
  asker = await askFiles(files);
  changed.member = await askFiles(rewrite(CHANGES.member));
  changed.public = await askFiles(rewrite([...CHANGES.member, ...CHANGES.public]));
}, 240_000);

/** The tables that come from the product stay as they are. */
function isWrittenHere(file: string): boolean {
  return !/^(?:vocabulary|words|places|materials|receiver-classes|uses|legal-routes)\.csv$/.test(file);
}

describe.each(["public", "member"] as const)("the answers to a reader who is %s", (reader) => {
  it.each(LANGUAGES)(
    "stay the same to the letter in %s, whatever is hidden",
    async (language) => {
      const other = changed[reader] as Asker;
      for (const { turns } of plainAttempts().filter((attempt) => attempt.language === language)) {
        const said = await everythingOf(await asker.ask(turns, { reader }), asker.view);
        const instead = await everythingOf(await other.ask(turns, { reader }), other.view);
        expect(instead.replace(MASKED, "masked"), turns.join(" | ")).toBe(said.replace(MASKED, "masked"));
      }
    },
    120_000,
  );
});
