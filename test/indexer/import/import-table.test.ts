import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkKnowledge } from "../../../knowledge/check-knowledge.ts";
import { parseTable } from "../../../knowledge/read-table.ts";
import { KNOWLEDGE, runImport } from "../../support/import.ts";
import { makeFolder } from "../../support/temporary-folder.ts";
import { makeXlsx } from "../../support/xlsx.ts";

const OLD = KNOWLEDGE["side-streams.csv"];
const readTable = (folder: string) => readFile(join(folder, "side-streams.csv"), "utf8");
const readRows = async (folder: string) => parseTable("streams", await readTable(folder)).rows ?? [];

const FI = `Satamapuiston kysely 2025;;;;;

Sivuvirta;Haltija;Kunta;Jätekoodi;Määrä;Olomuoto
Hukkalämpö;Voima Oy;Karleby;ei tietoa;1,5 GWh/v;-
Valimohiekka;Valu Oy;Kokkola;10 09 08;500 t/kk;jauhe
`;

describe("importTable()", () => {
  it("shows a preview and writes nothing", async () => {
    const { folder, out, exitCode } = await runImport({ content: FI });
    expect(exitCode).toBe(0);
    expect(out).toContain("headings on row 3, 2 rows below");
    expect(out).toMatch(/ {2}D {2}Jätekoodi +-> waste_code +same word/);
    expect(out).toContain("row 4: SS008");
    expect(out).toMatch(/name_sv +Hukkalämpö/);
    expect(out).toContain("rows 4, 5: name: the language of the text is not told");
    expect(out).toContain('row 5: category: category "other": "Valimohiekka" does not say which');
    expect(out).toMatch(
      /2 rows: 2 new, .*\nNothing has been written\.\nTo write:\n {2}npm run knowledge:import$/,
    );
    expect(await readTable(folder)).toBe(OLD);
    expect(await readdir(folder)).toEqual(Object.keys(KNOWLEDGE).sort());
  });

  it("appends rows that the check accepts, and keeps the rest byte for byte", async () => {
    const { folder, exitCode } = await runImport({ content: FI }, { arguments: ["--write"] });
    expect(exitCode).toBe(0);
    const table = await readTable(folder);
    expect(table.startsWith(`${OLD}\r\nSS008,flow,`)).toBe(true);
    expect(table.endsWith("\r\n")).toBe(true);
    expect((await checkKnowledge(folder)).faults).toEqual([]);
    const [, , heat, sand] = await readRows(folder);
    expect(heat).toMatchObject({
      id: "SS008",
      name_en: "Hukkalämpö",
      park: "harbour",
      municipality: "Kokkola",
      category: "heat",
      form: "heat",
      quantity: 1.5,
      unit: "GWh",
      sources: ["survey"],
      visibility: "coordinator",
      waste_code: undefined,
    });
    expect(sand).toMatchObject({
      quantity: 6000,
      waste_code: "100908",
      form: "solid",
      note_fi: "Määrä ilmoitettuna: 500 t/kk. Olomuoto: jauhe.",
      note_sv: "Mängden som den uppgivits: 500 t/kk. Fysikalisk form: jauhe.",
    });
    expect(await readdir(folder)).toEqual(Object.keys(KNOWLEDGE).sort());
  });

  it("makes the table when the folder has none", async () => {
    const { "side-streams.csv": _, ...others } = KNOWLEDGE;
    const folder = await makeFolder(others);
    await runImport({ content: FI }, { folder, arguments: ["--write"] });
    expect((await readRows(folder)).map(({ id }) => id)).toEqual(["SS001", "SS002"]);
  });

  it("names bad rows by row, field, reason and what is expected, and keeps the others", async () => {
    const content = `Name,Park,Amount,Waste code,Hazardous,State of matter
Slag,HP,lots,10 01 03,no,solid
Dust,,5 t,99 01 01,maybe,solid
Sand,Tornio,5 t,100104*,no,solid
Fly ash,Moon,"1,200 t",,,
Fly ash,HP,5 t,,,,extra
Fly ash,HP,5 t,,,
`;
    const { out, exitCode, folder } = await runImport({ content }, { arguments: ["--write"] });
    expect(exitCode).toBe(1);
    for (const line of [
      'row 2: quantity: "lots" is no amount; expected: a number with its unit, such as 22 000 t/a or 5 kt',
      'row 3: waste_code: "99 01 01" is no waste code; expected: six digits',
      'row 3: hazardous: "maybe" is none of the choices; expected: one of yes, no',
      "row 3: park: neither park nor municipality leads to a park",
      'row 4: park: more than one park lies in "Tornio"; expected: one of hill, shore',
      'row 4: hazardous: "100104*" says hazardous, "no" says not hazardous',
      'row 5: quantity: "1,200 t" can be read in two ways (1200 / 1,200)',
      'row 5: park: "Moon" is no park of parks.csv',
      'row 6: row: "extra" stands beyond the last of 6 headings',
    ]) {
      expect(out).toContain(line);
    }
    expect((await readRows(folder)).map(({ id }) => id)).toEqual(["SS001", "SS007", "SS008"]);
  });

  it("writes bad rows with their reasons, and over no file", async () => {
    const rejects = join(await makeFolder(), "bad.csv");
    const content = "Nimi;Puisto;Määrä\nKuona;HP;paljon\nLentotuhka;HP;5 t\n";
    await runImport({ content }, { arguments: ["--rejects", rejects, "--lang", "fi"] });
    expect(await readFile(rejects, "utf8")).toBe(
      '\uFEFFNimi;Puisto;Määrä;Rivi;Kenttä;Syy;Odotetaan\r\nKuona;HP;paljon;2;quantity;"""paljon"" ei ole määrä";luku ja yksikkö, kuten 22 000 t/v tai 5 kt\r\n',
    );
    await expect(runImport({ content }, { arguments: ["--rejects", rejects] })).rejects.toMatchObject({
      code: "rejects-exists",
    });
  });

  it("says when a formula has no value instead of storing nothing", async () => {
    const content = makeXlsx({
      Streams: [
        ["Name", "Park", "Amount (t/a)"],
        ["Slag", "HP", { formula: "A1/0", value: "#DIV/0!", isError: true }],
        ["Fly ash", "HP", { formula: "2*1.2345", value: "2.469" }],
      ],
    });
    const { out, folder } = await runImport({ name: "a.xlsx", content }, { arguments: ["--write"] });
    expect(out).toContain('row 2: quantity: the formula under "Amount (t/a)" has no value');
    expect((await readRows(folder)).at(-1)).toMatchObject({ name_en: "Fly ash", quantity: 2.469, unit: "t" });
  });

  it("takes the first sheet with known headings, names the others, and obeys --sheet", async () => {
    const sheet = (name: string) => [
      ["Nimi", "Puisto"],
      [name, "HP"],
    ];
    const content = makeXlsx({ Cover: [["Hello"]], One: sheet("Kuona A"), Two: sheet("Kuona B") });
    const first = await runImport({ name: "a.xlsx", content });
    expect(first.out).toContain('sheet "One"');
    expect(first.out).toContain('Other sheets have known headings too: "Two"');
    const second = await runImport({ name: "a.xlsx", content }, { arguments: ["--sheet", "two"] });
    expect(second.out).toContain("Kuona B");
    await expect(
      runImport({ name: "a.xlsx", content }, { arguments: ["--sheet", "x"] }),
    ).rejects.toMatchObject({
      code: "sheet-missing",
      detail: '"Cover", "One", "Two"',
    });
  });

  it("reads headings in Swedish from Windows-1252; what it does not know it leaves to --map", async () => {
    const text = "Sidoström;Innehavare;Kommun;Mängdd;Enhet\nFlygaska;Ny Ab;Karleby;5;t/år\n";
    const { out, exitCode } = await runImport(
      { content: Buffer.from(text, "latin1") },
      { arguments: ["--lang", "sv"] },
    );
    expect(exitCode).toBe(0);
    expect(out).toMatch(/Mängdd +- +LÄSES INTE: okänd/);
    const mapped = await runImport(
      { content: Buffer.from(text, "latin1") },
      { arguments: ["--lang", "sv", "--map", "Mängdd=quantity"] },
    );
    expect(mapped.out).toMatch(/Mängdd +-> quantity +enligt --map/);
    expect(mapped.exitCode).toBe(0);
  });
});

describe("importTable() and rows that are there", () => {
  const same = "Name;Producer;Park;Amount;Year\nFLY ASH;kraft ab;harbour;25000 t/a;2025\n";

  it("reports a row with the same name, producer and park and stores nothing of it", async () => {
    const { out, folder, exitCode } = await runImport({ content: same }, { arguments: ["--write"] });
    expect(exitCode).toBe(0);
    expect(out).toContain(
      "row 2: FLY ASH: is SS001 (side-streams.csv:2), differs in quantity, sources, year, visibility",
    );
    expect(out).toContain("There is nothing to write.");
    expect(await readTable(folder)).toBe(OLD);
  });

  it("changes it with --update, shows old and new, and keeps a backup", async () => {
    const { out, folder } = await runImport({ content: same }, { arguments: ["--update", "--write"] });
    expect(out).toContain("row 2: SS001 (side-streams.csv:2)\n    quantity\n      - 22000\n      + 25000");
    const backup = "side-streams.csv.bak-20261122T101500000Z";
    expect(await readdir(folder)).toEqual([...Object.keys(KNOWLEDGE), backup].sort());
    expect(await readFile(join(folder, backup), "utf8")).toBe(OLD);
    const [row] = await readRows(folder);
    expect(row).toMatchObject({
      id: "SS001",
      name_sv: "Flygaska",
      uses_fi: "Tiet",
      quantity: 25000,
      year: 2025,
      visibility: "coordinator",
      note_en: "Old, kept",
    });
    const lines = (text: string) => text.split("\r\n").slice(2);
    expect(lines(await readTable(folder))).toEqual(lines(OLD));
  });

  it("leaves the year open when a new amount names none, and never opens a row", async () => {
    const content = "Nimi;Puisto;Määrä\nKuona;hill;5 t\nLentotuhka;HP;6 t\n";
    const { out, folder } = await runImport(
      { content },
      { arguments: ["--update", "--write", "--visibility", "public"] },
    );
    expect(out).toContain("stays visible to coordinator although public was asked");
    const rows = await readRows(folder);
    expect(rows.find(({ id }) => id === "SS007")).toMatchObject({
      quantity: 5,
      year: undefined,
      visibility: "coordinator",
    });
    // Another producer: a stream of its own, but worth a look.
    expect(out).toContain('"Lentotuhka" is in the table as SS001, by another producer');
    expect(rows.at(-1)).toMatchObject({ id: "SS008", quantity: 6, visibility: "public" });
  });

  it("takes the second of two equal rows of the sheet for a fault and passes over sums", async () => {
    const content = "Nimi;Puisto\nKuona A;HP\nkuona a;HP\nYhteensä;\n";
    const { out, exitCode } = await runImport({ content });
    expect(exitCode).toBe(1);
    expect(out).toContain('row 3: name: "kuona a" with the same producer and park stands on row 2 too');
    expect(out).toContain("row 4: a total, no stream");
  });

  it("is not stopped by a fault that was there before", async () => {
    const faulty = OLD.replace("SS007,stock", "SS007,pile");
    const folder = await makeFolder({ ...KNOWLEDGE, "side-streams.csv": faulty });
    const { exitCode } = await runImport({ content: FI }, { folder, arguments: ["--write"] });
    expect(exitCode).toBe(0);
    expect((await checkKnowledge(folder)).faults).toHaveLength(1);
  });
});

describe("importTable() and what not everyone may see", () => {
  const content =
    "Nimi;Puisto;Yhteyshenkilö;Y-tunnus;Hinta (€/t);Huomautus;Näkyvyys\nKuona A;HP;Maija M.;1234567-1;12;Kysy lisää;\nKuona B;HP;;;;;jäsenet\n";

  it("leaves contacts, prices and business IDs out and says so", async () => {
    const { out, folder } = await runImport(
      { content },
      { arguments: ["--write", "--visibility", "public"] },
    );
    expect(out).toContain(
      'Left out: "Yhteyshenkilö" (contact), "Y-tunnus" (business_id), "Hinta (€/t)" (price).',
    );
    const table = await readTable(folder);
    for (const secret of ["Maija", "1234567-1", "12 €"]) expect(table).not.toContain(secret);
    // A column can close a row, never open it.
    expect((await readRows(folder)).slice(2).map(({ visibility }) => visibility)).toEqual([
      "public",
      "member",
    ]);
    const closed = await runImport({ content }, { arguments: ["--write"] });
    const rows = (await readRows(closed.folder)).slice(2);
    expect(rows.map(({ visibility }) => visibility)).toEqual(["coordinator", "coordinator"]);
    expect(await readTable(closed.folder)).not.toContain("Maija");
  });

  it("stores them in the note of closed rows with --as-visibility", async () => {
    const { folder } = await runImport({ content }, { arguments: ["--write", "--as-visibility", "member"] });
    expect((await readRows(folder))[2]).toMatchObject({
      visibility: "member",
      note_fi: "Kysy lisää. Yhteystiedot: Maija M. Y-tunnus: 1234567-1. Hinta: 12 €/t.",
      note_sv: "Kysy lisää. Kontaktuppgifter: Maija M. FO-nummer: 1234567-1. Pris: 12 €/t.",
    });
  });

  it.each(["ville@esimerkki.fi", "040 123 4567", "hinta 15 €/t", "1234567-1"])(
    "refuses a public row whose remark holds %j",
    async (secret) => {
      const text = `Nimi;Puisto;Huomautus\nKuona A;HP;Kysy: ${secret}\n`;
      const { out, exitCode } = await runImport({ content: text }, { arguments: ["--visibility", "public"] });
      expect(exitCode).toBe(1);
      expect(out).toContain("is a contact, price or business ID, and the row is public");
    },
  );
});

describe("importTable() and tables that cannot be imported", () => {
  it.each([
    ["a file of another kind", "a.ods", "x", [], "file-format"],
    ["a broken XLSX", "a.xlsx", "x", [], "file-unreadable"],
    ["no headings", "a.csv", "foo;bar\n1;2\n", [], "no-headings"],
    ["no column of names", "a.csv", "Määrä;Puisto\n5 t;HP\n", [], "no-name"],
    ["an empty file", "a.csv", "", [], "no-rows"],
    ["headings alone", "a.csv", "Nimi;Puisto\n", [], "no-rows"],
    ["a mapping without field", "a.csv", "Nimi;Puisto\nKuona;HP\n", ["--map", "x"], "map-form"],
    ["a mapping to no field", "a.csv", "Nimi;Puisto\nKuona;HP\n", ["--map", "Nimi=nimi"], "map-field"],
    ["a mapping of no heading", "a.csv", "Nimi;Puisto\nKuona;HP\n", ["--map", "Virta=name"], "map-heading"],
    ["an unknown park", "a.csv", "Nimi;Puisto\nKuona;HP\n", ["--park", "moon"], "park-unknown"],
    [
      "contradicting visibilities",
      "a.csv",
      "Nimi\nKuona\n",
      ["--visibility", "public", "--as-visibility", "member"],
      "visibility-conflict",
    ],
    ["an unknown option", "a.csv", "Nimi\nKuona\n", ["--foo"], "options"],
  ])("names %s", async (_what, name, content, options, code) => {
    await expect(runImport({ name, content }, { arguments: options })).rejects.toMatchObject({ code });
  });

  it("wants a known source, in a column or as an option", async () => {
    const content = "Nimi;Puisto\nKuona A;HP\n";
    await expect(runImport({ content }, { withoutSource: true })).rejects.toMatchObject({
      code: "source-needed",
    });
    await expect(
      runImport({ content }, { withoutSource: true, arguments: ["--source", "survy"] }),
    ).rejects.toMatchObject({ code: "source-unknown", detail: "survey" });
    const column = "Nimi;Puisto;Lähde\nKuona A;HP;Old book\nKuona B;HP;Puhelu\n";
    const { out } = await runImport({ content: column }, { withoutSource: true });
    expect(out).toMatch(/sources +old\n/);
    expect(out).toContain('row 3: sources: "Puhelu" is no source of sources.csv');
    const noted = await runImport({ content: column });
    expect(noted.out).toContain("note_fi     Lähdeasiakirja: Puhelu.");
  });
});
