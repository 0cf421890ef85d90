import { describe, expect, it } from "vitest";
import { checkReferences } from "../../knowledge/check-references.ts";
import { presentFault } from "../../knowledge/fault.ts";
import type { Tables } from "../../knowledge/read-table.ts";

type Row<Name extends keyof Tables> = Partial<Tables[Name][number]>;

/** A table of rows that hold no more than the fields given. */
function rows<Name extends keyof Tables>(file: string, list: readonly Row<Name>[]): Tables[Name] {
  return list.map((row, at) => ({ file, line: at + 2, ...row })) as unknown as Tables[Name];
}

const CONCEPTS = rows<"concepts">("vocabulary.csv", [
  { concept_id: "ash" },
  { concept_id: "fly-ash" },
  { concept_id: "silica" },
  { concept_id: "drying" },
]);
const CLASSES = rows<"receiverClasses">("receiver-classes.csv", [{ receiver_class: "biogas" }]);
const use = (fields: Row<"uses">) =>
  rows<"uses">("uses.csv", [{ stream_type: "ash", receiver_class: "biogas", pretreatment: [], ...fields }]);
const material = (fields: Row<"materials">) =>
  rows<"materials">("materials.csv", [{ concept_id: "fly-ash", broader: [], contains: [], ...fields }]);
const route = (fields: Row<"legalRoutes">) =>
  rows<"legalRoutes">("legal-routes.csv", [{ sources: [], materials: [], receiver_classes: [], ...fields }]);

const faultsOf = (tables: Partial<Tables>) => checkReferences(tables).map(presentFault);

describe("checkReferences()", () => {
  it("finds nothing wrong where every name is known", () => {
    const tables: Partial<Tables> = {
      concepts: CONCEPTS,
      receiverClasses: CLASSES,
      uses: use({ pretreatment: ["drying"] }),
      materials: material({ broader: ["ash"], contains: ["silica"] }),
      legalRoutes: route({ materials: ["ash"], receiver_classes: ["biogas"] }),
    };
    expect(faultsOf(tables)).toEqual([]);
  });

  it.each<[string, Partial<Tables>]>([
    ['uses.csv:2: stream_type: unknown concept "ahs"', { uses: use({ stream_type: "ahs" }) }],
    [
      'uses.csv:2: pretreatment: unknown concept "dying"',
      { uses: use({ pretreatment: ["drying", "dying"] }) },
    ],
    ['materials.csv:2: concept_id: unknown concept "dust"', { materials: material({ concept_id: "dust" }) }],
    ['materials.csv:2: broader: unknown concept "x"', { materials: material({ broader: ["ash", "x"] }) }],
    ['materials.csv:2: contains: unknown concept "y"', { materials: material({ contains: ["y"] }) }],
    ['legal-routes.csv:2: materials: unknown concept "z"', { legalRoutes: route({ materials: ["*", "z"] }) }],
  ])("names a concept that the vocabulary lacks: %s", (fault, tables) => {
    expect(faultsOf({ concepts: CONCEPTS, ...tables })).toEqual([fault]);
    // Without the table nothing can be said against a name.
    expect(faultsOf(tables)).toEqual([]);
  });

  it.each<[string, Partial<Tables>]>([
    [
      'uses.csv:2: receiver_class: unknown receiver class "cheese"',
      { uses: use({ receiver_class: "cheese" }) },
    ],
    [
      'companies.csv:2: receiver_classes: unknown receiver class "cheese"',
      {
        companies: rows<"companies">("companies.csv", [
          { parks: [], sources: [], receiver_classes: ["biogas", "cheese"] },
        ]),
      },
    ],
    [
      'legal-routes.csv:2: receiver_classes: unknown receiver class "cheese"',
      { legalRoutes: route({ receiver_classes: ["cheese"] }) },
    ],
  ])("names a class that no receiver has: %s", (fault, tables) => {
    expect(faultsOf({ receiverClasses: CLASSES, ...tables })).toEqual([fault]);
    expect(faultsOf(tables)).toEqual([]);
  });

  it("takes the star of a legal route for every material and class", () => {
    const legalRoutes = route({ materials: ["*"], receiver_classes: ["*"] });
    expect(faultsOf({ concepts: CONCEPTS, receiverClasses: CLASSES, legalRoutes })).toEqual([]);
  });

  it("names unknown parks and sources of park features and legal routes", () => {
    const tables: Partial<Tables> = {
      parks: rows<"parks">("parks.csv", [
        { id: "eco3", name_en: "ECO3", name_fi: "ECO3", name_sv: "ECO3", aliases: [], sources: ["book"] },
      ]),
      sources: rows<"sources">("sources.csv", [{ id: "book" }]),
      parkFeatures: rows<"parkFeatures">("park-features.csv", [
        { park: "eco3", sources: ["book"] },
        { park: "eco4", sources: ["hearsay"] },
      ]),
      legalRoutes: route({ sources: ["rumour"] }),
    };
    expect(faultsOf(tables).sort()).toEqual([
      'legal-routes.csv:2: sources: unknown source "rumour"',
      'park-features.csv:3: park: unknown park "eco4"',
      'park-features.csv:3: sources: unknown source "hearsay"',
    ]);
  });
});
