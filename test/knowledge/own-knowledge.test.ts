import { readdir, readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { checkKnowledge, type KnowledgeReport } from "../../knowledge/check-knowledge.ts";
import { presentFault } from "../../knowledge/fault.ts";
import { LANGUAGES } from "../../knowledge/languages.ts";
import { type Knowledge, readKnowledge } from "../../knowledge/read-knowledge.ts";

const FOLDER = `${import.meta.dirname}/../../knowledge`;

describe("the product's own knowledge", () => {
  let knowledge: Knowledge;
  let report: KnowledgeReport;

  beforeAll(async () => {
    knowledge = await readKnowledge(FOLDER);
    report = await checkKnowledge(FOLDER, { requireAll: true });
  });

  it("has no fault", () => {
    expect(report.faults.map(presentFault)).toEqual([]);
  });

  it("holds every row it was made from", () => {
    expect(report.counts).toMatchObject({
      streams: 92,
      companies: 118,
      exchanges: 67,
      uses: 166,
      receiverClasses: 36,
      parks: 27,
    });
    expect(report.counts.concepts).toBeGreaterThanOrEqual(278);
  });

  it("tells the thirteen parks of the network from the sites", () => {
    const parks = knowledge.tables.parks ?? [];
    expect(parks.filter(({ sources }) => sources.includes("park-network"))).toHaveLength(13);
    expect(parks.filter(({ kind }) => kind === "site").map(({ id }) => id)).toEqual([
      "raahe",
      "uimaharju",
      "hameenlinna-ssab",
      "lempaala-kiilto",
      "kittila-mine",
      "uusikaupunki-closed-loop",
    ]);
  });

  it("knows parks by their old and Swedish names", () => {
    const parkOf = (alias: string) =>
      knowledge.tables.parks?.find((park) => [park.name_sv, ...park.aliases].includes(alias))?.id;
    expect(parkOf("Karleby storindustriområde")).toBe("kokkola-industrial-park");
    expect(parkOf("KIP")).toBe("kokkola-industrial-park");
    expect(parkOf("Metsäjaanu")).toBe("lounapuisto");
    expect(parkOf("Sköldvik")).toBe("kilpilahti");
    expect(parkOf("Peittoo")).toBe("pori-harjavalta");
  });

  it("shows both contacts of Pori-Harjavalta, each with its source", () => {
    const contacts = knowledge.tables.contacts?.filter(({ subject }) => subject === "pori-harjavalta");
    expect(contacts?.map(({ name, phone, sources }) => [name, phone, ...sources])).toEqual([
      ["Jarkko Vuorela", "+358 44 710 5331", "park-network"],
      ["Tuula Raukola", "+358 44 710 5394", "founding-guide"],
    ]);
    expect(contacts?.every(({ note_fi }) => note_fi?.includes("eri mieltä"))).toBe(true);
  });

  it("keeps the phone number of Plänet B as printed and warns of its country code", () => {
    const [contact] = knowledge.tables.contacts?.filter(({ subject }) => subject === "planet-b") ?? [];
    expect(contact?.phone).toBe("+385 50 598 7447");
    expect(contact?.note_en).toContain("+358");
  });

  it("keeps each source's number of production companies in Kokkola", () => {
    const figures = knowledge.tables.parkFacts?.filter(
      ({ park, attribute }) => park === "kokkola-industrial-park" && attribute === "production-companies",
    );
    expect(figures?.map(({ year, value }) => `${year}: ${value}`)).toEqual([
      "2019: 15",
      "2020: 17",
      "2021: 17",
      "2021: 17",
      "2022: 16",
      "2022: 19",
    ]);
  });

  it("marks totals, stocks and plans, so that only yearly flows are added up", () => {
    const idsOf = (kind: string) =>
      knowledge.tables.streams?.filter((stream) => stream.kind === kind).map(({ id }) => id);
    expect(idsOf("aggregate")).toEqual(["SS014", "SS049", "SS050", "SS055"]);
    expect(idsOf("stock")).toEqual(["SS021", "SS060", "SS061"]);
    expect(idsOf("planned")).toEqual(["SS029", "SS039", "SS080"]);
  });

  it("says every park, stream and contact note in all three languages", () => {
    const { parks = [], streams = [], contacts = [] } = knowledge.tables;
    const untranslated = [...parks, ...streams, ...contacts].filter(
      (row) => new Set([row.note_en, row.note_fi, row.note_sv].map((note) => note === undefined)).size > 1,
    );
    expect(untranslated.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  it("says every note and place of an exchange in all three languages", () => {
    const untranslated = (knowledge.tables.exchanges ?? []).filter((row) => {
      const notes = [row.note_en, row.note_fi, row.note_sv];
      const places = [row.place_en, row.place_fi, row.place_sv];
      return [notes, places].some((texts) => new Set(texts.map((text) => text === undefined)).size > 1);
    });
    expect(untranslated.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  it("says what a company makes, takes and offers in all three languages, with the same figures", () => {
    const figuresOf = (text = "") =>
      text
        .replace(/(?<=\d)[ .,](?=\d)/g, "")
        .match(/\d+/g)
        ?.sort() ?? [];
    for (const company of knowledge.tables.companies ?? []) {
      for (const field of ["products", "inputs", "outputs", "services"] as const) {
        const [en, fi, sv] = LANGUAGES.map((language) => company[`${field}_${language}`]);
        const place = `${company.id} ${field}`;
        expect([fi === undefined, sv === undefined], place).toEqual([en === undefined, en === undefined]);
        expect([figuresOf(fi), figuresOf(sv)], place).toEqual([figuresOf(en), figuresOf(en)]);
      }
    }
  });

  it("gives each word of a language to one concept", () => {
    for (const language of ["en", "fi", "sv"] as const) {
      const words = (knowledge.tables.concepts ?? []).flatMap((concept) =>
        [...new Set([concept[language], ...concept[`synonyms_${language}`]])].map((word) =>
          word.toLowerCase(),
        ),
      );
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  it("imports nothing from other folders", async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".ts"));
    for (const name of names) {
      const code = await readFile(`${FOLDER}/${name}`, "utf8");
      expect(code, name).not.toMatch(/from "\.\.\//);
    }
  });
});
