import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { gatherSources } from "../../../../bot/model/answer-source.ts";
import { checkSentence } from "../../../../bot/model/check/check-sentence.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

/** Every so many passages are looked at. */
const STEP = 9;

/** Turns a statement round where it has a plain verb. */
const DENY: Record<Language, (text: string) => string> = {
  en: (text) => text.replace(/ (is|are|was|were|can|may) /, " $1 not "),
  fi: (text) => text.replace(/ on /, " ei ole "),
  sv: (text) => text.replace(/ (är|var|kan|får) /, " $1 inte "),
};
const changeNumber = (text: string) =>
  text.replace(/(?<![\p{L}\d.,–-])(\d{2,})(?![\p{L}\d])/u, (digits) => String(Number(digits) + 13));
const changeName = (text: string) => text.replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/u, "Qvarnbolag");

/** Shares of sentences that pass: as they stand, and bent in one way. */
interface Shares {
  own: number;
  number: number;
  name: number;
  denial: number;
}

/** Sends sentences of the knowledge through the check as if a model had written them from their own passage. */
function measure(view: KnowledgeView): Shares & { sentences: number } {
  const tries = {
    own: [] as boolean[],
    number: [] as boolean[],
    name: [] as boolean[],
    denial: [] as boolean[],
  };
  for (const [entry, passage] of view.index.passages.entries()) {
    if (entry % STEP !== 0 || passage.kind === "outline") continue;
    const [source] = gatherSources([{ passage, entry, score: 1 }], { view, cited: [] });
    if (source === undefined) continue;
    const { language } = passage;
    const passes = (text: string) => checkSentence(text, { sources: [source], language, view }) === undefined;
    for (const { sentence } of source.sentences) {
      const { kind, text } = sentence;
      if (kind !== "sentence") continue;
      tries.own.push(passes(text));
      const bent = { number: changeNumber(text), name: changeName(text), denial: DENY[language](text) };
      if (bent.number !== text) tries.number.push(passes(bent.number));
      if (bent.name !== text) tries.name.push(passes(bent.name));
      if (bent.denial !== text && DENY[language](bent.denial) === bent.denial)
        tries.denial.push(passes(bent.denial));
    }
  }
  const share = (passed: readonly boolean[]) => passed.filter(Boolean).length / passed.length;
  return {
    sentences: tries.own.length,
    own: share(tries.own),
    number: share(tries.number),
    name: share(tries.name),
    denial: share(tries.denial),
  };
}

describe("checkSentence() on the product's own knowledge", () => {
  let shares: ReturnType<typeof measure>;
  beforeAll(async () => {
    shares = measure((await openOwnKnowledge()).forReader("public"));
  });

  it("lets nearly every sentence through as it stands", () => {
    expect(shares.sentences).toBeGreaterThan(200);
    expect(shares.own).toBeGreaterThan(0.94);
  });

  it("stops nearly all whose number, name or denial is changed", () => {
    expect(shares.number).toBeLessThan(0.03);
    expect(shares.name).toBeLessThan(0.02);
    expect(shares.denial).toBeLessThan(0.1);
  });
});
