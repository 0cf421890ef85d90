import { join } from "node:path";
import { importTable } from "../../indexer/import/import-table.ts";
import { parseCommandLine } from "../../indexer/import/parse-options.ts";
import { IMPORT_TEXTS } from "../../indexer/import/texts.ts";
import { buildLexicon } from "../../indexer/lexicon/build-lexicon.ts";
import { Lexicon } from "../../indexer/lexicon/lexicon.ts";
import { parseTable } from "../../knowledge/read-table.ts";
import { makeFolder } from "./temporary-folder.ts";

const VOCABULARY = `concept_id,en,fi,sv,synonyms_en,synonyms_fi,synonyms_sv,kind,waste_code_prefixes,typical_uses
fly-ash,fly ash,lentotuhka,flygaska,,,,material,,
slag,slag,kuona,slagg,,,,material,,
waste-heat,waste heat,hukkalämpö,spillvärme,,,,material,,
`;

const lexicon = new Lexicon(
  buildLexicon({ concepts: parseTable("concepts", VOCABULARY).rows ?? [], words: [], places: [], parks: [] }),
);

/** A knowledge folder with two parks in one town and one in another, and two streams; the names are invented. */
export const KNOWLEDGE = {
  "sources.csv":
    "id,title,publisher,url,language,year,note\nsurvey,Harbour survey,Harbour,,en,2025,\nold,Old book,Harbour,,en,2018,\n",
  "parks.csv":
    "id,kind,name_en,name_fi,name_sv,aliases,region,municipalities,latitude,longitude,industries_en,industries_fi,industries_sv,anchor_companies,infrastructure_en,infrastructure_fi,infrastructure_sv,coordinator_en,coordinator_fi,coordinator_sv,websites,sources,year,visibility,note_en,note_fi,note_sv\n" +
    [
      "harbour,park,Harbour Park,Satamapuisto,Hamnparken,HP,R,Kokkola",
      "hill,park,Hill,Mäki,Backen,,R,Tornio",
      "shore,park,Shore,Ranta,Stranden,,R,Tornio",
    ]
      .map((row) => `${row},,,i,i,i,,,,,,,,,survey,,public,,,\n`)
      .join(""),
  "places.csv":
    "id,kind,en,fi,sv\nkokkola,municipality,Kokkola,Kokkola,Karleby\ntornio,municipality,Tornio,Tornio,Torneå\n",
  "side-streams.csv":
    "id,kind,name_en,name_fi,name_sv,producer_en,producer_fi,producer_sv,park,municipality,category,form,quantity,unit,waste_code,hazardous,uses_en,uses_fi,uses_sv,status,sources,year,visibility,note_en,note_fi,note_sv\r\n" +
    'SS001,flow,Fly ash,Lentotuhka,Flygaska,Kraft Ab,Kraft Ab,Kraft Ab,harbour,Kokkola,ash,solid, 22000 ,t,,no,Roads,Tiet,Vägar,sold,old,2018,public,"Old, kept","Vanha, pysyy",Gammal\r\n' +
    "\r\nSS007,stock,Slag,Kuona,Slagg,,,,hill,Tornio,slag,solid,,,,unknown,,,,stored,old,2018,coordinator,,,",
};

/** Runs the import of a table on a folder of {@link KNOWLEDGE}, with `--source survey` unless told otherwise. */
export async function runImport(
  table: { name?: string; content: string | Uint8Array },
  options: { arguments?: string[]; folder?: string; withoutSource?: boolean } = {},
) {
  const folder = options.folder ?? (await makeFolder(KNOWLEDGE));
  const name = table.name ?? "table.csv";
  const file = join(await makeFolder({ [name]: table.content }), name);
  const source = options.withoutSource === true ? [] : ["--source", "survey"];
  const line = parseCommandLine([file, "--into", folder, ...source, ...(options.arguments ?? [])], {
    language: "en",
    folder,
  });
  const { lines, exitCode } = await importTable(line.options(), {
    texts: IMPORT_TEXTS[line.language],
    command: "npm run knowledge:import",
    now: new Date("2026-11-22T10:15:00Z"),
    lexicon,
  });
  return { folder, out: lines.join("\n"), exitCode };
}
