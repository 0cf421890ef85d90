import { describe, expect, it } from "vitest";
import { parseTable } from "../../../knowledge/read-table.ts";
import type { StreamRecord } from "../../../knowledge/schema.ts";
import { redactRecord } from "../../../knowledge/visibility/redact-record.ts";
import { tableFile, told } from "../../support/leak-knowledge.ts";

type Cells = Record<string, string | number>;

function streamOf(cells: Cells) {
  const row = {
    id: "SS001",
    kind: "flow",
    ...told("name", "Lime mud", { fi: "Meesa", sv: "Mesa" }),
    park: "p",
    category: "lime",
    form: "sludge",
    quantity: 48_317,
    unit: "t",
    hazardous: "no",
    status: "sold",
    sources: "book",
    visibility: "public",
    ...cells,
  };
  const { rows = [], faults } = parseTable("streams", tableFile("streams", [row]));
  expect(faults).toEqual([]);
  return rows[0] as NonNullable<(typeof rows)[0]>;
}

const seenBy = (reader: "public" | "member" | "coordinator", cells: Cells) =>
  redactRecord("streams", streamOf(cells), reader) as StreamRecord | undefined;

describe("redactRecord()", () => {
  it("gives the row itself to whom nothing is hidden, and nothing of a row above the rank", () => {
    const open = streamOf({});
    expect(redactRecord("streams", open, "public")).toBe(open);
    const grouped = streamOf({ field_visibility: "quantity=member" });
    expect(redactRecord("streams", grouped, "member")).toBe(grouped);
    expect(seenBy("public", { visibility: "member" })).toBeUndefined();
  });

  it("leaves the columns of each group out, and says which groups", () => {
    const cells: Cells = {
      ...told("producer", "Okapi Oy"),
      municipality: "Kemi",
      owner: "okapi-oy",
      ...told("price", "12 €/t"),
      ...told("composition", "CaO 50 %"),
      waste_code: "030309",
      contact: "a@b.example",
    };
    const groups = "identity=member; quantity=member; price=coordinator; composition=member; contact=member";
    const row = seenBy("public", { ...cells, field_visibility: groups });
    for (const column of [
      "producer_fi",
      "municipality",
      "owner",
      "quantity",
      "unit",
      "price_en",
      "composition_sv",
      "waste_code",
      "contact",
    ] as const)
      expect(row?.[column], column).toBeUndefined();
    expect(row?.withheld).toEqual(["identity", "quantity", "price", "composition", "contact"]);
    expect(row?.field_visibility).toBeUndefined();
    const member = seenBy("member", { ...cells, field_visibility: groups });
    expect(member).toMatchObject({ quantity: 48_317, producer_fi: "Okapi Oy", withheld: ["price"] });
    expect(member?.price_en).toBeUndefined();
  });

  it("marks a group as withheld whether it holds anything or not", () => {
    expect(
      seenBy("public", { quantity: "", unit: "", field_visibility: "quantity=member" })?.withheld,
    ).toEqual(["quantity"]);
  });

  it("leaves out every note of a row with something hidden", () => {
    const note = told("note", "Sold since 2010.");
    expect(seenBy("public", { ...note })?.note_en).toBe("Sold since 2010.");
    expect(seenBy("public", { ...note, field_visibility: "price=member" })?.note_en).toBeUndefined();
  });

  it.each([
    ["quantity=member", "Of 48,317 t a third goes to roads"],
    ["quantity=member", "48 317 tonnia teihin"],
    ["quantity=member", "48\u00A0317\u00A0t till vägar"],
    ["quantity=member", "noin 48 tuhatta vuodessa"],
    ["quantity=member", "about forty-eight thousand"],
    ["quantity=member", "700 000 t in 2019 by another source"],
    ["quantity=member", "roughly 45 000 to fields"],
    ["quantity=member", "48,3 kt vuodessa"],
    ["identity=member", "Goes to the yard of Outokumpu"],
    ["identity=member", "Outokummun omille pihoille"],
    ["identity=member", "outokumpus egen gård"],
    ["price=member", "sold for 12,5 €/t"],
    ["price=member", "porttimaksu maksetaan perillä"],
    ["price=member", "mottagningsavgift tillkommer"],
    ["composition=member", "lannoite, kalsiumia 38 %"],
    ["composition=member", "rich in calcium"],
    ["contact=member", "ask at +358 40 123 4567"],
    ["contact=member", "ask liisa@plant.example"],
    ["contact=member", "Liisa tells more"],
  ])("with %s leaves out uses that tell it: %s", (groups, text) => {
    const row = seenBy("public", {
      ...told("producer", "Outokumpu"),
      ...told("price", "gate fee 12,5 €/t"),
      ...told("composition", "calcium 38 %"),
      contact: "Liisa Laine",
      ...told("uses", "roads", { fi: text, sv: "vägar" }),
      field_visibility: groups,
    });
    expect([row?.uses_fi, row?.uses_sv, row?.uses_en]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ["quantity=member", "roads built since 2019, class 2 fields"],
    ["identity=member", "roads and fields in Lapland"],
    ["price=member", "48,000 t to roads"],
    ["contact=member", "48,000 t to roads since 2019"],
  ])("with %s keeps uses that tell nothing of it: %s", (groups, text) => {
    const row = seenBy("public", {
      ...told("producer", "Outokumpu"),
      ...told("uses", text),
      field_visibility: groups,
    });
    expect(row?.uses_en).toBe(text);
  });

  it("takes telephone numbers, prices and shares for no amounts", () => {
    const cells = {
      contact: "Liisa Laine, +358 40 123 4567",
      ...told("price", "120 €/t"),
      ...told("composition", "CaO 55 %, Cr 120 mg/kg"),
    };
    const row = seenBy("public", { ...cells, field_visibility: "quantity=member" });
    expect(row).toMatchObject({ ...cells, withheld: ["quantity"] });
  });

  it.each([
    ["identity=member", "Outokummun kuona", "… kuona"],
    ["quantity=member", "Lime mud, 48,317 t (2019)", "Lime mud, … (2019)"],
    ["price=member", "Lime mud", "Lime mud"],
  ])("with %s cuts what tells it out of a name: %s", (groups, name, seen) => {
    const row = seenBy("public", {
      ...told("name", name),
      ...told("producer", "Outokumpu"),
      field_visibility: groups,
    });
    expect(row?.name_fi).toBe(seen);
  });

  it("hides a company behind a word, its id too", () => {
    const company = {
      id: "okapi-oy",
      ...told("name", "Okapi Oy"),
      parks: "p",
      ...told("industry", "Binders of Okapi"),
      receiver_classes: "",
      website: "www.okapi.example",
      status: "running",
      sources: "book",
      visibility: "public",
      field_visibility: "identity=member",
    };
    const { rows = [], faults } = parseTable("companies", tableFile("companies", [company]));
    expect(faults).toEqual([]);
    const row = rows[0] as NonNullable<(typeof rows)[0]>;
    const seen = redactRecord("companies", row, "public");
    expect(JSON.stringify(seen)).not.toMatch(/okapi/i);
    expect(seen).toMatchObject({
      name_fi: "luottamuksellinen",
      name_sv: "konfidentiellt",
      industry_en: "Binders of …",
    });
    expect(seen?.id).toBe(redactRecord("companies", row, "public")?.id);
    expect(redactRecord("companies", row, "member")).toBe(row);
  });
});

describe("the column field_visibility", () => {
  const faultsOf = (cells: Cells) =>
    parseTable(
      "streams",
      tableFile("streams", [
        {
          id: "SS001",
          kind: "flow",
          ...told("name", "x"),
          park: "p",
          category: "ash",
          form: "solid",
          hazardous: "no",
          status: "sold",
          sources: "book",
          visibility: "member",
          ...cells,
        },
      ]),
    ).faults.map(({ field, reason }) => `${field}: ${reason}`);

  it.each(["", "quantity=member", " quantity = coordinator ;price=member; "])("takes %s", (cell) => {
    expect(faultsOf({ field_visibility: cell })).toEqual([]);
  });

  it.each([
    "amount=member",
    "quantity=staff",
    "quantity",
    "quantity=member; quantity=coordinator",
    "quantity=member=x",
  ])("refuses %s, naming the groups and ranks, and leaves the row out", (cell) => {
    const [fault, ...others] = faultsOf({ field_visibility: cell });
    expect(fault).toMatch(
      /^field_visibility: must be entries such as .*identity, quantity, price.*coordinator/,
    );
    expect(others).toEqual([]);
  });

  it("refuses a group that is more open than its row", () => {
    expect(faultsOf({ field_visibility: "quantity=public" })[0]).toContain(
      '"quantity=public" is open to people who may not see the row: its visibility is "member"',
    );
  });

  it("refuses a group that the table does not have", () => {
    const contact = {
      subject: "p",
      name: "A",
      sources: "book",
      visibility: "public",
      field_visibility: "price=member",
    };
    const { rows, faults } = parseTable("contacts", tableFile("contacts", [contact]));
    expect(rows).toEqual([]);
    expect(faults[0]?.reason).toContain('this table has no "price", only contact');
  });

  it("may be absent with all the columns that may be", () => {
    const content =
      "id,kind,name_en,name_fi,name_sv,park,category,form,quantity,unit,hazardous,status,sources,visibility\nSS001,flow,a,b,c,p,ash,solid,12,t,no,sold,book,public\n";
    const { rows, faults } = parseTable("streams", content);
    expect(faults).toEqual([]);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ["available_from", "2027"],
    ["available_until", "2027-03-01"],
    ["verified", "2026-11-22"],
    ["expires", "2027-12-31"],
  ])("%s takes %s", (column, cell) => expect(faultsOf({ [column]: cell })).toEqual([]));

  it.each([
    ["available_from", "spring 2027"],
    ["verified", "2026"],
    ["expires", "2027-02-30"],
  ])("%s refuses %s", (column, cell) => {
    expect(faultsOf({ [column]: cell })[0]).toMatch(new RegExp(`^${column}: must be a `));
  });
});
