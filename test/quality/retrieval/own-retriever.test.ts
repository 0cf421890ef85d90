import { beforeAll, describe, expect, it } from "vitest";
import { readLexicon } from "../../../indexer/default-lexicon.ts";
import { Lexicon } from "../../../indexer/lexicon/lexicon.ts";
import type { Retriever } from "../../../indexer/retriever.ts";
import type { Language } from "../../../knowledge/languages.ts";
import { buildRetriever } from "./own-retriever.ts";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = new Lexicon(await readLexicon({}));
});

const TEXTS: readonly [id: string, language: Language, text: string][] = [
  ["ash-fi", "fi", "Voimalaitoksen lentotuhkaa käytetään maarakentamisessa."],
  ["slag-fi", "fi", "Terästehtaan kuona murskataan tien pohjaksi."],
  ["members-en", "en", "The association has 22 members; the board admits new ones."],
  ["port-en", "en", "Ships of any size call at the port in all seasons."],
  ["ships-sv", "sv", "Fartyg anlöper hamnen året om; hur länge de stannar avgör vädret."],
  ["road-sv", "sv", "Vägen används av lastbilar och var fjärde är lång."],
];

const build = (languages: readonly Language[]): Retriever =>
  buildRetriever(
    TEXTS.filter(([, language]) => languages.includes(language)).map(([id, language, text]) => ({
      id,
      language,
      text,
    })),
    lexicon,
  );
const firstId = async (retriever: Retriever, question: string, language: Language) =>
  (await retriever.retrieve(question, { language }))[0]?.passage.id;

describe("a Swedish question", () => {
  it.each([
    // No word is shared: only the concept of fly ash is, and the Swedish passage that "används" must stay behind.
    ["Var används flygaskan?", "ash-fi"],
    // "Hur" stands in the Swedish passage on ships; members and the association only in the English one.
    ["Hur många medlemmar har föreningen?", "members-en"],
    // A Swedish passage that answers is not overtaken by the English one on the same things.
    ["När anlöper fartyg hamnen?", "ships-sv"],
  ])("%j finds %s among passages of three languages", async (question, id) => {
    expect(await firstId(build(["fi", "sv", "en"]), question, "sv")).toBe(id);
  });

  it("finds what it asks for where no passage is in its language", async () => {
    const retriever = build(["fi", "en"]);
    expect(await firstId(retriever, "Var används flygaskan?", "sv")).toBe("ash-fi");
    expect(await firstId(retriever, "Hur många medlemmar har föreningen?", "sv")).toBe("members-en");
  });
});

it("a question over passages of its own language alone still meets other names of the same thing", async () => {
  const passages = ["Kuona murskataan.", "Lentotuhka varastoidaan."];
  const retriever = buildRetriever(
    passages.map((text, at) => ({ id: String(at), language: "fi", text })),
    lexicon,
  );
  expect(await firstId(retriever, "Onko biolentotuhkat jossain?", "fi")).toBe("1");
});
