import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../indexer/read/read-html.ts";

describe("parseHtml()", () => {
  it("reads title, language, headings, paragraphs, items and rows; leaves menus and scripts out", () => {
    const page = parseHtml(`<!doctype html><html lang="sv-FI"><head><title> Hamnparken </title>
      <style>p { color: red }</style></head><body><nav><a href="/">Hem</a></nav>
      <h1>Om <em>parken</em></h1><p>Parken &amp; hamnen
      ligger vid havet.<script>track()</script></p>
      <ul><li><p>Flyg&shy;aska</p><p>till väg</p></li><li>Gips<ul><li>fuktig</li></ul></li></ul>
      <table><tr><th>Ström</th><th>Mängd</th></tr><tr><td>Aska</td><td>1<br>ton</td></tr></table></body></html>`);
    expect(page).toEqual({
      title: "Hamnparken",
      language: "sv",
      alternatives: [],
      blocks: [
        { kind: "heading", level: 1, text: "Om parken" },
        { kind: "paragraph", text: "Parken & hamnen ligger vid havet." },
        { kind: "list-item", text: "Flygaska till väg" },
        { kind: "paragraph", text: "Gips" },
        { kind: "list-item", text: "fuktig" },
        { kind: "table-row", header: ["Ström", "Mängd"], cells: ["Aska", "1 ton"] },
      ],
    });
  });

  it("gives each value the column it stands under, whatever cells span", () => {
    const { blocks } = parseHtml(`<table><tr><th>Site</th><th colspan="2">Tonnes</th></tr>
      <tr><td rowspan="2">Quay</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>`);
    const header = ["Site", "Tonnes", "Tonnes"];
    expect(blocks).toEqual([
      { kind: "table-row", header, cells: ["Quay", "1", "2"] },
      { kind: "table-row", header, cells: ["Quay", "3", "4"] },
    ]);
  });

  it("reads a page that lies in a form, and a table of facts within a table for the looks", () => {
    const { blocks } = parseHtml(`<form><p>Welcome.</p><input value="x"><label>Search</label>
      <table><tr><td><table><tr><th>a</th></tr><tr><td>1</td></tr></table></td></tr></table></form>`);
    expect(blocks).toEqual([
      { kind: "paragraph", text: "Welcome." },
      { kind: "table-row", header: ["a"], cells: ["1"] },
    ]);
  });

  it("joins words cut before a line break, and keeps both readings", () => {
    const { blocks, alternatives } = parseHtml("<p>luonnon-<br>varat ja energia-<br>ja vesi</p>");
    expect(blocks).toEqual([{ kind: "paragraph", text: "luonnonvarat ja energia- ja vesi" }]);
    expect(alternatives).toEqual(["luonnon-varat"]);
  });

  it("gives nothing for an empty page and bears broken marks", () => {
    expect(parseHtml("").blocks).toEqual([]);
    expect(parseHtml("<p>open <b>never closed").blocks).toEqual([
      { kind: "paragraph", text: "open never closed" },
    ]);
  });
});
