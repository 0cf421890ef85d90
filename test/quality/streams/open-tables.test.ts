import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKnowledge } from "../../../knowledge/read-knowledge.ts";
import { makeFolder } from "../../support/temporary-folder.ts";
import { openTables } from "./open-tables.ts";

const FILES = {
  "side-streams.csv": '\uFEFFid,name_en,quantity,unit,year\nSS001,"Ash, fly",1200.5,t,2018\nSS002,Slag,,,\n',
  "companies.csv": "id\na\n",
  "parks.csv": "id,latitude\np,65.75\n",
  "park-features.csv": "park,feature\np,port\n",
};

describe("openTables()", () => {
  it("takes the cells as the files have them: numbers as numbers, no figure as none", async () => {
    const database = await openTables(await makeFolder(FILES));
    expect({ ...database.prepare("SELECT * FROM streams WHERE id = 'SS001'").get() }).toEqual({
      id: "SS001",
      name_en: "Ash, fly",
      quantity: 1200.5,
      unit: "t",
      year: 2018,
    });
    expect(database.prepare("SELECT id FROM streams WHERE quantity IS NULL").all()).toMatchObject([
      { id: "SS002" },
    ]);
    expect(database.prepare("SELECT latitude FROM parks").get()).toMatchObject({ latitude: 65.75 });
    expect(database.prepare("SELECT feature FROM features").get()).toMatchObject({ feature: "port" });
  });

  it("fails where a table is missing", async () => {
    await expect(openTables(await makeFolder({ "parks.csv": "id\np\n" }))).rejects.toThrow(
      "side-streams.csv",
    );
  });

  it("holds as many rows as the product reads of its own knowledge", async () => {
    const folder = join(import.meta.dirname, "..", "..", "..", "knowledge");
    const [database, { tables }] = await Promise.all([openTables(folder), readKnowledge(folder)]);
    const count = (table: string) => database.prepare(`SELECT COUNT(*) AS rows FROM ${table}`).get()?.rows;
    expect([count("streams"), count("companies"), count("parks"), count("features")]).toEqual([
      tables.streams?.length,
      tables.companies?.length,
      tables.parks?.length,
      tables.parkFeatures?.length,
    ]);
  });
});
