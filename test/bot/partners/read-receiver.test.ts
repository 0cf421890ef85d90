import { beforeAll, describe, expect, it } from "vitest";
import { ReceiverNames } from "../../../bot/partners/read-receiver.ts";
import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { ReceiverClassRecord } from "../../../knowledge/schema.ts";
import { openOwnKnowledge } from "../../support/own-index.ts";

let classes: readonly ReceiverClassRecord[];
let names: ReceiverNames;
beforeAll(async () => {
  classes = (await openOwnKnowledge()).index.tables.receiverClasses ?? [];
  names = new ReceiverNames(classes);
});

const best = (language: Language, text: string) => names.find(text, language)[0]?.receiverClass;

describe("ReceiverNames", () => {
  it("finds each of the 36 classes by its own name in each language", () => {
    expect(classes).toHaveLength(36);
    for (const language of LANGUAGES) {
      for (const row of classes) {
        const found = names.findWhole(row[language], language).map(({ receiverClass }) => receiverClass);
        expect(found, `${language}: ${row[language]}`).toContain(row.receiver_class);
      }
    }
  });

  it.each<[Language, string, string]>([
    ["en", "a brickworks", "bricks, ceramics and refractories"],
    ["fi", "tiilitehtaalle", "bricks, ceramics and refractories"],
    ["sv", "tegelbruket", "bricks, ceramics and refractories"],
    ["en", "biogas plants near Kemi", "biogas"],
    ["fi", "biokaasulaitos", "biogas"],
    ["fi", "biokaasulaitokselta", "biogas"],
    ["fi", "biokaasulaitosten", "biogas"],
    ["fi", "tiilitehtaita", "bricks, ceramics and refractories"],
    ["sv", "biogasanläggningen", "biogas"],
    ["en", "fish farm", "aquaculture and algae"],
    ["fi", "kalankasvattamo", "aquaculture and algae"],
    ["sv", "fiskodlingen", "aquaculture and algae"],
  ])("knows plants and trades in %s: %s", (language, text, receiverClass) => {
    expect(best(language, text)).toBe(receiverClass);
    expect(names.find(text, language)[0]?.weight).toBe(1);
  });

  it("tells where the name stands, and takes the longest", () => {
    const text = "We run a fish farm in Kemi";
    const [found, ...others] = names.findWhole(text, "en");
    expect(text.slice(found?.start, found?.end)).toBe("fish farm");
    expect(others).toEqual([]);
  });

  it("falls back on telling words, which weigh less than a name", () => {
    const found = names.find("maker of bricks", "en");
    expect(found[0]?.receiverClass).toBe("bricks, ceramics and refractories");
    for (const { weight } of found) {
      expect(weight).toBeLessThanOrEqual(1);
      expect(weight).toBeGreaterThanOrEqual(0.15);
    }
    expect(names.findWhole("ceramics works of clay", "en").length).toBeLessThanOrEqual(
      names.find("ceramics works of clay", "en").length,
    );
  });

  it.each(["", "helicopter", "the of and", "Kemi"])("knows no industry in: %s", (text) => {
    expect(names.find(text, "en")).toEqual([]);
  });
});
