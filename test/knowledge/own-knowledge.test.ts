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
      receiverClasses: 36,
      parks: 27,
    });
    expect(report.counts.concepts).toBeGreaterThanOrEqual(600);
    expect(report.counts.uses).toBeGreaterThanOrEqual(3000);
    expect(report.counts.materials).toBeGreaterThanOrEqual(450);
    expect(report.counts.parkFeatures).toBeGreaterThanOrEqual(140);
    expect(report.counts.legalRoutes).toBeGreaterThanOrEqual(20);
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

  it("knows a use for every receiving industry, said in all three languages", () => {
    const { uses = [], receiverClasses = [] } = knowledge.tables;
    const taken = new Set(uses.map((row) => row.receiver_class));
    expect(receiverClasses.map((row) => row.receiver_class).filter((name) => !taken.has(name))).toEqual([]);
    for (const row of uses) {
      const words = [row.use_en, row.use_fi, row.use_sv].map((use) => use.trim());
      expect(
        words.every((use) => use !== "" && !/\?\?|TODO/.test(use)),
        `uses.csv:${row.line}`,
      ).toBe(true);
    }
  });

  it("rests each use on documented exchanges, which it counts, or on general practice", () => {
    for (const { line, basis, cases = 0, places = 0 } of knowledge.tables.uses ?? []) {
      expect(cases > 0, `uses.csv:${line}`).toBe(basis.includes("documented exchanges"));
      expect(places, `uses.csv:${line}`).toBeLessThanOrEqual(cases);
    }
  });

  it("names no material more general than itself, round any number of corners", () => {
    const broader = new Map((knowledge.tables.materials ?? []).map((row) => [row.concept_id, row.broader]));
    const climb = (id: string, trail: readonly string[]): string[] =>
      trail.includes(id)
        ? [[...trail, id].join(" < ")]
        : (broader.get(id) ?? []).flatMap((up) => climb(up, [...trail, id]));
    expect([...broader.keys()].flatMap((id) => climb(id, []))).toEqual([]);
  });

  it("gives each word of a language to one concept", () => {
    const shared = LANGUAGES.flatMap((language) => {
      const words = (knowledge.tables.concepts ?? []).flatMap((concept) =>
        [...new Set([concept[language], ...concept[`synonyms_${language}`]])].map((word) =>
          word.toLowerCase(),
        ),
      );
      return words.filter((word, index) => words.indexOf(word) !== index);
    });
    expect(shared).toEqual([]);
  });

  it("imports nothing from other folders", async () => {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".ts"));
    for (const name of names) {
      const code = await readFile(`${FOLDER}/${name}`, "utf8");
      expect(code, name).not.toMatch(/from "\.\.\//);
    }
  });
});
