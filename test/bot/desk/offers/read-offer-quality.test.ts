import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfferValues } from "../../../../bot/desk/offers/offer-fields.ts";
import { readOfferCommand } from "../../../../bot/desk/offers/read-command.ts";
import { readOffer } from "../../../../bot/desk/offers/read-offer.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { tellLanguage } from "../../../../bot/understand/tell-language.ts";
import type { Language } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

interface Statement {
  id: string;
  language: Language;
  text: string;
  fields: OfferValues;
}

const FOLDER = join(import.meta.dirname, "../../../quality/offers");

function readSet(name: string): Statement[] {
  const lines = readFileSync(join(FOLDER, `${name}.jsonl`), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Statement);
}

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

/** Fields that were filled in, or should have been, and those of them that are wrong. */
function compare(statements: readonly Statement[]): { fields: number; wrong: string[] } {
  const wrong: string[] = [];
  let fields = 0;
  for (const { id, language, text, fields: expected } of statements) {
    const { values } = readOffer(text, { language, view });
    const names = new Set([...Object.keys(expected), ...Object.keys(values)]) as Set<keyof OfferValues>;
    fields += names.size;
    for (const name of names) {
      if (values[name] !== expected[name])
        wrong.push(`${id} ${name}: ${values[name] ?? "–"} instead of ${expected[name] ?? "–"}`);
    }
  }
  return { fields, wrong };
}

describe("readOffer() on the reading sets", () => {
  it.each([
    ["statements", 60],
    ["statements-second", 24],
  ])("fills at least 95 % of the fields of %s as expected, and invents none", (name, size) => {
    const statements = readSet(name);
    const { fields, wrong } = compare(statements);
    expect(statements).toHaveLength(size);
    expect((fields - wrong.length) / fields, wrong.join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  it.each(["statements", "statements-second"])("takes every one of %s for an offer or a need", (name) => {
    const missed = readSet(name).filter(
      ({ text, language }) => readOfferCommand(text, { language, view }) === undefined,
    );
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  it("takes no question of the sets on streams, partners and places for a wish to publish", () => {
    const folder = join(import.meta.dirname, "../../../quality");
    const sets = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
    const wishes = sets.flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { question?: string }).question ?? "")
        .filter((text) => {
          const language = tellLanguage(text, { view, fallback: "en" });
          const command = readOfferCommand(text, { language, view });
          // What is only told opens a form for members; the public gets what it ever got.
          return command !== undefined && command.kind !== "tell";
        }),
    );
    expect(sets.length).toBeGreaterThan(20);
    expect(wishes).toEqual([]);
  });
});
