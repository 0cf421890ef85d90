import { readPdf } from "./indexer/read/read-pdf.ts";
import { readDocx } from "./indexer/read/read-docx.ts";
import { readXlsx } from "./indexer/read/read-table.ts";

import { readFileSync } from "node:fs";
const F="test/fixtures/documents/";


console.log(JSON.stringify(await readPdf(F+"harbour-park.pdf"),null,1));
console.log(JSON.stringify(await readDocx(F+"handbook.docx"),null,1));
const { default: m } = await import("mammoth");
console.log((await m.convertToHtml({path:F+"handbook.docx"})).value);
console.log(JSON.stringify(await readXlsx(F+"flows.xlsx"),null,0));
