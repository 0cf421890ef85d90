import { describe, expect, it } from "vitest";
import { findAskedNoun, mayGoUnsaid } from "../../../bot/understand/asked-noun.ts";

describe("findAskedNoun()", () => {
  it.each([
    ["sv", "Vilken busslinje går till Salo?", "busslinje"],
    ["sv", "Hur många stora metallföretag finns i Karleby?", "stora metallföretag"],
    ["sv", "Hur många små och medelstora företag är med?", "små och medelstora företag"],
    ["sv", "Vad är värmeledningsförmågan hos OKTO-isoleringen?", "värmeledningsförmågan"],
    ["sv", "Vilken är Finlands högsta fjälltopp?", "fjälltopp"],
    ["en", "What pH do the dregs have?", "pH"],
    ["en", "Which greenhouse growers get heat?", "greenhouse growers"],
    ["en", "What is the depth of the fairway?", "depth"],
    ["fi", "Mikä on sataman väylän syvyys metreinä Kokkolassa?", "syvyys"],
    ["fi", "Paljonko sähköä tehdas kuluttaa?", "sähköä"],
    ["fi", "Montako trukkia satamassa on?", "trukkia"],
  ] as const)("%s: %s", (language, text, noun) => {
    const span = findAskedNoun(text, language);
    expect(span === undefined ? undefined : text.slice(...span)).toBe(noun);
  });

  it.each([
    ["en", "Who owns the plant, and with what shares?"],
    ["en", "What is FISS?"],
    ["en", "How do we join?"],
    ["fi", "Mikä on KIP?"],
    ["sv", "Vad gör Boliden?"],
    ["sv", ""],
  ] as const)("finds none in %s: %s", (language, text) => {
    expect(findAskedNoun(text, language)).toBeUndefined();
  });
});

describe("mayGoUnsaid()", () => {
  it("lets a town or a topic go without saying, a bus line not", () => {
    expect(mayGoUnsaid("word:town")).toBe(true);
    expect(mayGoUnsaid("word:topic")).toBe(true);
    expect(mayGoUnsaid("word:bus")).toBe(false);
  });
});
