import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readFileSync } from "node:fs";
const t = getDocument({ data: new Uint8Array(readFileSync("test/fixtures/documents/harbour-park.pdf")), verbosity: 0 });
const d = await t.promise;
const p = await d.getPage(1);
const c = await p.getTextContent();
for (const i of c.items) if ("str" in i) console.log(JSON.stringify([i.str, i.transform.map(x=>Math.round(x)), Math.round(i.width), i.height, i.hasEOL]));
await t.destroy();
