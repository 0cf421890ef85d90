import { beforeAll, describe, expect, it } from "vitest";
import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import { TEXTS } from "../../bot/texts.ts";
import { MAX_QUESTION_CHARS } from "../../bot/turn.ts";
import { createMemoryStore } from "../../bot/understand/memory.ts";
import { PAGE_TEXTS } from "../../bot/web/page-texts.ts";
import { createWelcome } from "../../bot/welcome.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { expectGrounded } from "../support/check-reply.ts";
import { type Asker, askOwnKnowledge } from "../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

/** Questions as people type them: with and without names that belong to another language, with and without marks. */
const QUESTIONS = {
  en: [
    "Where is Kilpilahti?",
    "how many companies are in KIP",
    "What is FISS?",
    "Who is the contact person of Envi Grow Park?",
    "Which side streams arise in Kemi-Tornio?",
    "Which companies operate in Topinpuisto?",
    "what does an eco industrial park offer",
    "When was Kokkola Industrial Park founded?",
    "Do I need a permit to sell fly ash?",
    "Who won the world cup in 1998?",
    "How do I found an eco-industrial park?",
  ],
  fi: [
    "Missä Kilpilahti on?",
    "montako yritystä kipissä on",
    "Mikä on FISS?",
    "Kuka on Envi Grow Parkin yhteyshenkilö?",
    "Mitä sivuvirtoja Kemi-Torniossa syntyy?",
    "Mitkä yritykset toimivat Topinpuistossa?",
    "mitä ekoteollisuuspuisto tarjoaa",
    "Milloin Kokkola Industrial Park perustettiin?",
    "Tarvitsenko luvan lentotuhkan myyntiin?",
    "Kuka voitti jalkapallon MM-kisat 1998?",
    "Miten ekoteollisuuspuisto perustetaan?",
  ],
  sv: [
    "Var ligger Sköldvik?",
    "hur många företag finns i KIP",
    "Vad är FISS?",
    "Vem är kontaktperson för Envi Grow Park?",
    "Vilka sidoströmmar uppstår i Kemi-Torneå?",
    "Vilka företag verkar i Topinpuisto?",
    "vad erbjuder en ekoindustripark",
    "När grundades Kokkola Industrial Park?",
    "Behöver jag tillstånd för att sälja flygaska?",
    "Vem vann fotbolls-VM 1998?",
    "Hur grundar man en ekoindustripark?",
  ],
} as const;

describe("the language of an answer", () => {
  describe.each(LANGUAGES)("%s", (language) => {
    it.each(QUESTIONS[language])("is that of the question: %s", async (question) => {
      const other = language === "en" ? "fi" : "en";
      // The page may be in another language than the person writes.
      const reply = await asker.ask(question, { preferredLanguage: other });
      expect(reply.language).toBe(language);
      expectGrounded(reply);
    });
  });

  it.each([
    ["Where is ECO3?", "vastaa suomeksi", "fi"],
    ["Missä ECO3 on?", "in English, please", "en"],
    ["Missä ECO3 on?", "på svenska, tack", "sv"],
  ] as const)("can be asked for: %s, %s", async (question, wish, language) => {
    const reply = await asker.ask([question, wish]);
    expect(reply.language).toBe(language);
    expect(reply.text).toContain("Nokia");
    expectGrounded(reply);
  });

  it("that was asked for is kept for the next questions, until the person changes language", async () => {
    const turns = ["Where is ECO3?", "vastaa suomeksi", "Where is Kilpilahti?", "Where is Topinpuisto?"];
    expect((await asker.ask(turns.slice(0, 3))).language).toBe("fi");
    expect((await asker.ask(turns)).language).toBe("fi");
    expect((await asker.ask([...turns, "Vad är FISS?"])).language).toBe("sv");
  });

  it("can be asked for within the question", async () => {
    const reply = await asker.ask("Where is ECO3? Please answer in Swedish.");
    expect(reply.language).toBe("sv");
    expect(reply.text).toContain("Nokia");
  });

  it("can be asked for before the first question", async () => {
    expect(await asker.ask("vastaa suomeksi")).toMatchObject({ language: "fi", text: TEXTS.fi.languageSet });
  });

  it.each(LANGUAGES)("is that of the page when the words do not tell (%s)", async (language) => {
    const reply = await asker.ask("FISS", { preferredLanguage: language });
    expect(reply.language).toBe(language);
  });

  it("is that of the conversation when the words do not tell", async () => {
    const reply = await asker.ask(["Var ligger ECO3?", "Kilpilahti?"], { preferredLanguage: "en" });
    expect(reply.language).toBe("sv");
  });
});

describe("odd messages", () => {
  it.each(["", "   ", "\n\t", "👋", "🎉🐟", "???", "…", "\u0000", "\u202E", "---"])(
    "are asked for words: %j",
    async (text) => {
      for (const language of LANGUAGES) {
        const reply = await asker.ask(text, { preferredLanguage: language });
        expect(reply).toMatchObject({
          language,
          refused: true,
          text: TEXTS[language].emptyMessage,
          citations: [],
        });
      }
    },
  );

  it.each([
    ["en", "What is FISS?"],
    ["fi", "Mikä on FISS?"],
    ["sv", "Vad är FISS?"],
  ] as const)("of 5,000 characters are cut, and the reply says so (%s)", async (language, question) => {
    const long = `${question} `.padEnd(5000, `${question} `);
    const reply = await asker.ask(long);
    expect(reply.language).toBe(language);
    expect(reply.text.startsWith(TEXTS[language].tooLong)).toBe(true);
    expect(reply.text).toContain("Industrial Symbiosis System");
    expectGrounded(reply);
    const whole = await asker.ask(long.slice(0, MAX_QUESTION_CHARS));
    expect(whole.text).not.toContain(TEXTS[language].tooLong);
  });

  it.each([
    "x".repeat(5000),
    "🐟".repeat(2500),
    "12345",
    "<script>alert(1)</script>",
    "'; DROP TABLE parks; --",
    "[1][2][99]",
    "**_~`#|",
    "a".repeat(300).split("").join(" "),
    "((((((((((((((((((((((((((((((",
    "$" + "{process.env.PATH} {{constructor}} __proto__ toString",
    "\uD83D",
    "Mikä on FISS?\u202E\u0000",
    "ミッション 工業団地",
    "Что такое парк?",
  ])("get a sound reply: %.40s", async (text) => {
    const reply = await asker.ask(text);
    expect(LANGUAGES).toContain(reply.language);
    expect(reply.text).not.toBe("");
    expect(reply.text).not.toMatch(/script|DROP|99/);
    expectGrounded(reply);
  });
});

describe("memory", () => {
  it("is kept by conversation: one knows nothing of the other", async () => {
    const { view } = asker;
    const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
    const say = (conversationId: string, text: string) =>
      answerTurn({ channel: "web-chat", conversationId, text, reader: "public" });
    await say("a", "Kuka on ECO3:n yhteyshenkilö?");
    await say("b", "Kuka on Envi Grow Parkin yhteyshenkilö?");
    expect((await say("a", "mikä on hänen puhelinnumeronsa?")).text).toContain("+358 50 583 4233");
    expect((await say("b", "mikä on hänen puhelinnumeronsa?")).text).toContain("+358 50 464 1333");
    expect((await say("c", "mikä on hänen puhelinnumeronsa?")).text).not.toMatch(/Ermala|Riihimäki/);
  });

  it("survives a courtesy and an empty message between", async () => {
    const reply = await asker.ask(["Missä ECO3 on?", "kiitos!", "👍", "kuka on sen yhteyshenkilö?"]);
    expect(reply.text).toContain("Sakari Ermala");
  });
});

describe("a question that finds no answer alone", () => {
  it("is asked of what was talked of before", async () => {
    const reply = await asker.ask([
      "Mitä P2X Solutions tekee Harjavallassa?",
      "Kuinka tehokkaasta laitoksesta on kyse, montako megawattia?",
    ]);
    expect(reply.refused).toBe(false);
    expect(reply.text).toMatch(/20 MW/);
  });

  it("is still refused when it is about something else", async () => {
    const reply = await asker.ask(["Missä ECO3 on?", "Millainen sää huomenna on?"]);
    expect(reply.refused).toBe(true);
  });
});

describe("what is offered", () => {
  it.each(LANGUAGES)("page and welcome offer only questions that get an answer (%s)", async (language) => {
    const onPage = PAGE_TEXTS[language].samples.map(({ question }) => ({ text: question }));
    const offered = [...createWelcome(language).suggestions, ...onPage];
    expect(offered.length).toBeGreaterThanOrEqual(3);
    for (const { text } of offered) {
      const reply = await asker.ask(text);
      expect(reply, text).toMatchObject({ language, refused: false });
      expect(reply.citations, text).not.toEqual([]);
      // A suggestion is pressed below the answer it stands under: "show more" means nothing elsewhere.
      for (const next of reply.suggestions)
        expect((await asker.ask([text, next.text])).refused, `${text} / ${next.text}`).toBe(false);
    }
  });

  it.each(LANGUAGES)("the welcome says that an AI assistant speaks (%s)", (language) => {
    const welcome = createWelcome(language);
    expect(welcome).toMatchObject({ language, refused: false, citations: [], ms: 0 });
    expect(welcome.text).toMatch(/tekoälyavustaja|AI-assistent|AI assistant/);
  });

  it("talking to a person, offered by a refusal, names one", async () => {
    const refusal = await asker.ask("Who won the world cup in 1998?");
    const reply = await asker.ask(refusal.suggestions[0]?.text ?? "");
    expect(reply).toMatchObject({ intent: "handoff", refused: false });
    expect(reply.citations).not.toEqual([]);
  });

  it("the time the answer took is told", async () => {
    const { ms } = await asker.ask("What is FISS?");
    expect(ms).toBeGreaterThan(0);
    expect(ms).toBeLessThan(5000);
  });
});
