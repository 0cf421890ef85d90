import { beforeAll, describe, expect, it } from "vitest";
import type { ParkMap } from "../../../../bot/reply/drawing.ts";
import type { Reply } from "../../../../bot/reply/reply.ts";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askFiles, askOwnKnowledge } from "../../../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askOwnKnowledge();
});

const ADVICE: Record<Language, string> = {
  en: "We need steam, a railway and at least 5 ha of land. Where should we locate?",
  fi: "Tarvitsemme höyryä, rautatien ja vähintään 5 hehtaaria maata. Mihin kannattaisi sijoittua?",
  sv: "Vi behöver ånga, järnväg och minst 5 hektar mark. Var bör vi etablera oss?",
};
const COMPARISON: Record<Language, string> = {
  en: "Compare Kokkola and Kemi-Tornio for a battery recycler needing port and steam",
  fi: "Vertaa Kokkolaa ja Kemi-Torniota: satama ja höyry",
  sv: "Jämför Karleby och Kemi-Torneå för en fabrik som behöver hamn och ånga",
};

const mapOf = (reply: Reply) => reply.pictures?.[0]?.drawing as ParkMap;

describe("advice", () => {
  it.each<[Language, string, string]>([
    ["en", "A site near deep heat wells for seasonal storage of heat", "lounapuisto"],
    ["fi", "Alue, jossa on tuhkan rakeistusta ja pyrolyysiä", "eco3"],
    ["sv", "Ett ställe där gjuterisand har prövats i fältkonstruktioner", "pori-harjavalta"],
  ])("finds in %s what only texts speak of: %s", async (language, text, park) => {
    const reply = await asker.ask(text);
    expect(reply).toMatchObject({ intent: "parks", language });
    expect(reply.parks?.[0]?.id).toBe(park);
    expectGrounded(reply);
  });

  it.each<[Language, string]>([
    ["en", "We need steam and a port, but not in Kokkola. Where should we locate?"],
    ["fi", "Tarvitsemme höyryä ja sataman mutta emme Kokkolasta. Mihin kannattaisi sijoittua?"],
    ["sv", "Vi behöver ånga och hamn, men inte i Karleby. Var borde vi etablera oss?"],
  ])("leaves out parks where one does not want to be, in %s: %s", async (language, text) => {
    const reply = await asker.ask(text);
    expect(reply).toMatchObject({ intent: "parks", language });
    expect(reply.parks?.length).toBeGreaterThan(2);
    expect(reply.parks?.map(({ id }) => id)).not.toContain("kokkola-industrial-park");
    expectGrounded(reply);
  });

  it("counts those who take what the asker works with as of its trade", async () => {
    const reply = await asker.ask(
      "We turn fish offal into feed and need 2 ha, steam and waste-water treatment. Where should we locate?",
    );
    const kin = reply.parks?.find(({ id }) => id === "kirkkokallio");
    expect(kin?.reasons.join()).toContain("Honkajoki Oy: Animal by-product rendering");
  });

  it("tells that parks are equal on what was told, the one with the newer facts first", async () => {
    const reply = await asker.ask("Tarvitsemme satamaa, höyryä ja happea. Mihin kannattaisi sijoittua?");
    expect(reply.parks?.map(({ id }) => id).slice(0, 2)).toEqual([
      "kokkola-industrial-park",
      "pori-harjavalta",
    ]);
    expect(reply.text).toContain("Täyttää kerrotut tarpeet yhtä hyvin kuin edellinen.");
    expect(reply.text).toContain("**happi**");
  });

  it.each(LANGUAGES)("ranks every park by needs, with reasons and sources, in %s", async (language) => {
    const reply = await asker.ask(ADVICE[language]);
    expect(reply).toMatchObject({ intent: "parks", language, refused: false });
    expectGrounded(reply);
    const parks = reply.parks ?? [];
    expect(parks).toHaveLength(21);
    expect(parks[0]?.id).toBe("kokkola-industrial-park");
    expect(parks[0]?.reasons).toHaveLength(3);
    const scores = parks.map(({ score }) => score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(reply.text.match(/^\*\*\d\. /gm)).toHaveLength(3);
  });

  it.each(LANGUAGES)("takes the newest figure of free land in %s", async (language) => {
    const reply = await asker.ask(ADVICE[language]);
    expect(reply.parks?.[0]?.reasons.join()).toContain("6 ha");
    expect(reply.text).not.toContain("70 ha");
  });

  it("never guesses what the sources leave out", async () => {
    const reply = await asker.ask("We need 200 hectares, steam and a port. Where should we locate?");
    const kilpilahti = reply.parks?.find(({ id }) => id === "kilpilahti");
    expect(kilpilahti?.missing.join()).toContain("200 ha");
    expect(kilpilahti?.reasons.join()).not.toContain("land");
  });

  it("says that known land is too small", async () => {
    const reply = await asker.ask("We need 50 ha of land and sulphuric acid. Where should we locate?");
    const kokkola = reply.parks?.find(({ id }) => id === "kokkola-industrial-park");
    expect(kokkola?.reasons.join()).toMatch(/6 ha.*less than you asked for/);
  });

  it("tells what is near with its distance", async () => {
    const reply = await asker.ask(
      "We need a laboratory and a port in Southwest Finland. Where should we locate?",
    );
    const naantali = reply.parks?.find(({ id }) => id === "naantali-refinery-area");
    expect(naantali?.reasons.join()).toMatch(/\d km away \(Smart Chemistry Park\)/);
    expectGrounded(reply);
  });

  it.each(LANGUAGES)(
    "comes with a map of all parks, a table, a card and a contact in %s",
    async (language) => {
      const reply = await asker.ask(ADVICE[language]);
      const map = mapOf(reply);
      expect(map.places).toHaveLength(21);
      expect(map.places.filter(({ isHighlighted }) => isHighlighted).map(({ label }) => label)).toEqual(
        reply.parks?.slice(0, 3).map(({ name }) => name),
      );
      expect(reply.pictures?.[0]?.alt).toContain(reply.parks?.[0]?.name);
      expect(reply.table?.rows).toHaveLength(5);
      expect(reply.table?.rows.every((row) => row.length === reply.table?.columns.length)).toBe(true);
      expect(JSON.stringify(reply.cards)).toContain(reply.parks?.[0]?.name);
      expect(reply.text).toContain("+358");
    },
  );

  it.each(LANGUAGES)("ends with one question and up to three replies in %s", async (language) => {
    const reply = await asker.ask(ADVICE[language]);
    expect(reply.text.trim().split("\n").at(-1)).toMatch(/\?\*\*$/);
    expect(reply.suggestions.length).toBeGreaterThan(0);
    expect(reply.suggestions.length).toBeLessThanOrEqual(3);
  });

  it("asks for needs first, and advises nothing, when none is told", async () => {
    for (const question of [
      "Where should we locate?",
      "Mihin kannattaisi sijoittua?",
      "Var bör vi etablera oss?",
    ]) {
      const reply = await asker.ask(question);
      expect(reply.intent).toBe("parks");
      expect(reply.parks).toEqual([]);
      expect(reply.suggestions).toHaveLength(3);
    }
  });

  it("offers examples that are answered", async () => {
    for (const question of [
      "Where should we locate?",
      "Mihin kannattaisi sijoittua?",
      "Var bör vi etablera oss?",
    ]) {
      const { suggestions } = await asker.ask(question);
      for (const { text } of suggestions) expect((await asker.ask(text)).parks?.length).toBeGreaterThan(4);
    }
  });
});

describe("comparison", () => {
  it.each(LANGUAGES)("puts parks side by side with a mark in each cell in %s", async (language) => {
    const reply = await asker.ask(COMPARISON[language]);
    expect(reply).toMatchObject({ intent: "parks", language });
    expect(reply.parks?.map(({ id }) => id).sort()).toEqual(["kemi-tornio", "kokkola-industrial-park"]);
    expect(reply.text).toMatch(/^\| \*\*.+\*\* \| .+ \[\d+\] \| .+ \[\d+\](?:\[\d+\])? \|$/m);
    expect(mapOf(reply).places.filter(({ isHighlighted }) => isHighlighted)).toHaveLength(2);
    expect(reply.cards).toHaveLength(1);
    expectGrounded(reply);
  });

  it("compares main features when no need is told, and says what is not known", async () => {
    const reply = await asker.ask("Vertaa EcoSairilaa ja Envi Grow Parkia");
    expect(reply.table?.rows.length).toBeGreaterThan(8);
    expect(reply.text).toContain("| ei tiedossa |");
    expectGrounded(reply);
  });
});

describe("follow-ups", () => {
  it.each<[Language, string, string]>([
    ["en", "yes, a port", "port"],
    ["fi", "entä satama?", "satama"],
    ["sv", "ja, en hamn", "hamn"],
  ])("refine the last request in %s", async (language, text, word) => {
    const reply = await asker.ask([ADVICE[language], text]);
    expect(reply.intent).toBe("parks");
    expect(reply.text.split("\n")[0]).toContain(word);
  });

  it("keep the language of the conversation for bare figures", async () => {
    const reply = await asker.ask([ADVICE.fi, "20 ha"]);
    expect(reply.language).toBe("fi");
    expect(reply.text.split("\n")[0]).toContain("20 ha");
  });

  it.each(LANGUAGES)("skip the question and ask another in %s", async (language) => {
    const first = await asker.ask(ADVICE[language]);
    const skip = first.suggestions.at(-1)?.text ?? "";
    const second = await asker.ask([ADVICE[language], skip]);
    expect(second.intent).toBe("parks");
    expect(second.suggestions).not.toEqual(first.suggestions);
  });

  it("compare the best parks by the same needs", async () => {
    const compare = "Compare the parks Kokkola Industrial Park and Kemi-Tornio";
    const reply = await asker.ask([ADVICE.en, compare]);
    expect(reply.text.split("\n")[0]).toContain("railway");
    expect(reply.parks).toHaveLength(2);
  });

  it("end where another thing is asked", async () => {
    const reply = await asker.ask([ADVICE.en, "How many members does the KIP Association have?"]);
    expect(reply.intent).toBe("answer");
  });
});

describe("questions of another kind", () => {
  it.each([
    "What does Kilpilahti specialise in?",
    "Who could use our fly ash?",
    "Mitä puistoja Lapissa on?",
    "Missä lentotuhkaa syntyy?",
    "Vilka parker har hamn?",
  ])("get no advice: %s", async (question) => {
    const reply = await asker.ask(question);
    expect(reply.locationRequest).toBeUndefined();
  });

  it("are left to others where there are no tables", async () => {
    const bare = await askFiles({ "notes.md": "# Park\n\nThe park has a port and sells steam.\n" });
    const reply = await bare.ask(ADVICE.en);
    expect(reply.intent).not.toBe("parks");
  });
});
