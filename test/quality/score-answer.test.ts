import { describe, expect, it } from "vitest";
import type { Language } from "../../knowledge/languages.ts";
import { framingText, isFramedIn } from "./answers/framing-language.ts";
import type { EvaluationQuestion } from "./answers/read-questions.ts";
import { citesAny, hasAllFacts, type JudgedReply, joinDigits, scoreAnswer } from "./answers/score-answer.ts";

function makeQuestion(expectation: Partial<EvaluationQuestion["expect"]> = {}): EvaluationQuestion {
  const expect = {
    facts: [[/22/iu]],
    sources: ["001"],
    refused: false,
    language: "en",
    ...expectation,
  } as const;
  return { id: "x-1", lang: "en", turns: ["How many members?"], isFollowUp: false, expect };
}

function makeReply(reply: Partial<JudgedReply> = {}): JudgedReply {
  return {
    language: "en",
    refused: false,
    text: "The association has 22 members in all. [1]",
    citations: [{ title: "KIP Association", source: "001_x.txt" }],
    ms: 1,
    ...reply,
  };
}

describe("joinDigits()", () => {
  it.each([
    ["+358 40 730 5440", "+358407305440"],
    ["€1,000 million", "€1000 million"],
    ["22\u00a0000 t and 1\u202f000 t", "22000 t and 1000 t"],
    ["17.3.2022", "17.3.2022"],
    ["17 plants, 60 firms", "17 plants, 60 firms"],
  ])("makes %j into %j", (text, joined) => {
    expect(joinDigits(text)).toBe(joined);
  });
});

describe("hasAllFacts()", () => {
  it("asks for one pattern of every group", () => {
    const facts = [[/Kemira/iu], [/Outokumpu/iu, /Outokummu/iu]];
    expect(hasAllFacts("when kemira and Outokummun tehdas left", facts)).toBe(true);
    expect(hasAllFacts("when Kemira left", facts)).toBe(false);
  });

  it("finds a number beside another one, which joining would hide", () => {
    expect(hasAllFacts("In 2022, 22 companies", [[/(?<!\d)22(?!\d)/u]])).toBe(true);
    expect(hasAllFacts("In 2022 some companies", [[/(?<!\d)22(?!\d)/u]])).toBe(false);
  });

  it("finds a phone number however it is grouped", () => {
    expect(hasAllFacts("tel. +358 (0)40 706 4720", [[/407064720/u]])).toBe(true);
    expect(hasAllFacts("tel. +358 40 70 64 720", [[/407064720/u]])).toBe(true);
    expect(hasAllFacts("tel. +358 40 706 4721", [[/407064720/u]])).toBe(false);
  });
});

describe("citesAny()", () => {
  it("looks into title and address, in any case of letters", () => {
    const citations = [{ title: "KIP Association", source: "https://kip.fi" }];
    expect(citesAny(citations, ["kip association"])).toBe(true);
    expect(citesAny(citations, ["002", "KIP.fi"])).toBe(true);
    expect(citesAny(citations, ["002"])).toBe(false);
    expect(citesAny([], ["002"])).toBe(false);
  });
});

describe("scoreAnswer()", () => {
  it("finds a right answer right", () => {
    expect(scoreAnswer(makeQuestion(), makeReply())).toMatchObject({
      hasFact: true,
      hasSource: true,
      isRefusalRight: true,
      isLanguageRight: true,
      isRight: true,
    });
  });

  it("tells a missing fact, a wrong source and a wrong language apart", () => {
    const noFact = makeReply({ text: "The association has many members in all. [1]" });
    expect(scoreAnswer(makeQuestion(), noFact)).toMatchObject({
      hasFact: false,
      hasSource: true,
      isRight: false,
    });
    const noSource = makeReply({ citations: [{ title: "The network", source: "002_x.txt" }] });
    expect(scoreAnswer(makeQuestion(), noSource)).toMatchObject({
      hasFact: true,
      hasSource: false,
      isRight: false,
    });
    const finnish = makeReply({ language: "fi" });
    expect(scoreAnswer(makeQuestion(), finnish)).toMatchObject({ isLanguageRight: false, isRight: false });
  });

  it("gives a refusal no credit for a fact or source in its hints", () => {
    const refused = makeReply({ refused: true });
    expect(scoreAnswer(makeQuestion(), refused)).toMatchObject({
      hasFact: false,
      hasSource: false,
      isRefusalRight: false,
      isRight: false,
    });
  });

  it("judges a question without an answer by refusal and language alone", () => {
    const question = makeQuestion({ facts: [], sources: [], refused: true });
    const refused = makeReply({ refused: true, text: "I cannot find that in my sources.", citations: [] });
    expect(scoreAnswer(question, refused)).toMatchObject({
      hasFact: undefined,
      hasSource: undefined,
      isRight: true,
    });
    expect(scoreAnswer(question, makeReply())).toMatchObject({ isRefusalRight: false, isRight: false });
  });
});

describe("framingText()", () => {
  it("leaves quotations, marks, addresses and numbers out", () => {
    const answer =
      "I källan står det på engelska:\n\n”The board [of] the “KIP” approves.” [1]\n\nRing +358 40 730 5440 eller a@b.fi";
    expect(framingText(answer).replace(/\s+/gu, " ")).toBe("I källan står det på engelska: Ring eller");
  });
});

describe("isFramedIn()", () => {
  const cases: [string, Language, boolean][] = [
    ["Föreningen har tjugotvå medlemmar och den grundades för länge sedan.", "sv", true],
    ["Föreningen har tjugotvå medlemmar och den grundades för länge sedan.", "fi", false],
    ["I källan står det på finska:\n\n”Puisto sijaitsee Kemijärvellä ja se on suuri alue.” [1]", "sv", true],
    ["The source says it plainly, and nothing else:\n\n”Puisto on suuri alue.” [1]", "sv", false],
    ["Puisto sijaitsee Kemijärvellä ja se on suuri alue. [1]", "sv", false],
    ["Contact details – Plänet B: Sari Åkerlund, +385 50 598 7447 [1]", "en", true],
    [
      "Kontaktuppgifter – Björneborgs park:\n\n- Tuula Raukola, +358 44 710 5394 [1]\n- Jarkko Vuorela [2]",
      "sv",
      true,
    ],
    ["Kontaktuppgifter – The aim of the project is to enhance …: Mervi Liesi [1]", "sv", false],
    ["Kokkola Industrial Park", "fi", true],
  ];
  it.each(cases)("%j as %s: %s", (answer, language, isRight) => {
    expect(isFramedIn(answer, language)).toBe(isRight);
  });
});
