import { readFileSync } from "node:fs";
import { makePdf } from "./pdf.ts";
import { fixtureDocument } from "./temporary-folder.ts";

/** A guide in English; `more` holds further lines of its front matter, each with its line end. */
export const guide = (id: string, more: string, body: string) =>
  `---\nid: ${id}\ntitle: ${id}\nlanguage: en\n${more}---\n\n# ${id}\n\n${body}\n`;

/** A file of every kind that is read, all about one invented park; each can be found by a word of its own. */
export const EVERY_KIND: Record<string, string | Uint8Array> = {
  "guides/en/harbour.md": guide("harbour", "", "Harbour Park sells zeppelin steam to its neighbours."),
  "notes without front matter.md": "# Kokous\n\nPuisto ostaa kvanttikipsiä levytehtaalle.\n",
  "faq/en.md":
    "## Who runs the ferry?\n- id: ferry\n- also: ferry operator\n\nThe pelican company runs the ferry.[^harbour]\n",
  "sources.csv":
    "id,title,publisher,url,language,year,note\nharbour,Harbour book,Harbour,https://example.org,en,2024,\n",
  "Päästöt ä.txt": Buffer.from("Päästöt\n\nSatama mittaa hämärähiukkasia joka yö.\n", "latin1"),
  "old/sida.html": '<html lang="sv"><body><h1>Sida</h1><p>Parken har ett trollreningsverk.</p></body></html>',
  "report.pdf": makePdf([[{ text: "The quay stores meteorite slag in three silos.", y: 700 }]]),
  "handbook.docx": readFileSync(fixtureDocument("handbook.docx")),
  "flows.xlsx": readFileSync(fixtureDocument("flows.xlsx")),
  "virrat.csv": "\uFEFFVirta;Määrä\nUnikuona;1,5\n",
  "README.md": "Not knowledge.",
  "picture.png": "not read",
  ".hidden.md": "Not read.",
};

/** One broken file of each kind; the reasons they are refused for are in the tests. */
export const BROKEN: Record<string, string | Uint8Array> = {
  "broken/empty.md": "",
  "broken/empty.txt": "",
  "broken/empty.csv": "",
  "broken/empty.html": "<html></html>",
  "broken/binary.txt": Uint8Array.from([1, 0, 2]),
  "broken/fake.pdf": "no pdf",
  "broken/scan.pdf": makePdf([[]]),
  "broken/fake.docx": "no docx",
  "broken/fake.xlsx": "no xlsx",
  "broken/rows.csv": "a,b\n1,2\nonly,too,many\n3,4\n",
};
