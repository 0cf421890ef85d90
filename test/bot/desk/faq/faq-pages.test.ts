import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DeskAnswer } from "../../../../bot/desk/web/desk-section.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { createTestFaqDesk, draftWith, FAQ_KNOWLEDGE, visit } from "../../../support/faq-desk.ts";

const { erik } = PEOPLE;

function pageOf(answer: DeskAnswer): { title: string; html: string; status: number } {
  if (answer.kind !== "page") throw new Error(`Expected a page, got ${JSON.stringify(answer)}`);
  return { title: answer.title, html: answer.main.html, status: answer.status ?? 200 };
}

/** Fields of the form on a page, as a browser would send them. */
function formOf(html: string): Record<string, string> {
  const form = /<form class="desk-form[^>]*method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const plain = (text: string) =>
    text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined) fields[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", value = ""] of form.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = plain(value);
  }
  for (const [, name = "", options = ""] of form.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    fields[name] = plain(
      /value="([^"]*)" selected/.exec(options)?.[1] ?? /value="([^"]*)"/.exec(options)?.[1] ?? "",
    );
  }
  return fields;
}

describe("the list", () => {
  test("shows the entries of files and desk, missing languages marked, and filters them", async () => {
    const faq = await createTestFaqDesk();
    await faq.desk.add({ draft: draftWith({ tags: "sauna", validUntil: "2026-01-31" }), actor: erik });
    const scale = await faq.desk.find("scale");
    await faq.desk.retire({ id: "scale", token: scale?.token ?? "", actor: erik });
    const list = async (query = "") => pageOf(await visit(faq, `?${query}`)).html;
    expect(faq.section?.waiting?.()).toBe(1);
    const all = await list();
    expect(all).toContain("When is the gate of Harbour Park open?");
    expect(all).toMatch(/sv(?:, en)?: answer missing/);
    expect(all).toContain("past its validity");
    expect(all).not.toContain("vaaka punnitsee");
    const shown = async (query: string) =>
      [...(await list(query)).matchAll(/href="\/desk\/faq\/([\w-]+)">/g)]
        .map(([, id]) => id)
        .filter((id) => id !== "new" && id !== "export");
    expect(await shown("state=retired")).toEqual(["scale"]);
    expect(await shown("state=all&missing=sv")).toEqual(["scale", "harbour-parkin-sauna-varataan"]);
    expect(await shown("park=harbour-park")).toEqual(["gate-hours"]);
    expect(await shown("tag=sauna")).toEqual(["harbour-parkin-sauna-varataan"]);
    expect(await shown("state=outdated")).toEqual(["harbour-parkin-sauna-varataan"]);
    expect(await shown("q=PORTEN+klockan")).toEqual(["gate-hours"]);
    expect(await shown("visibility=member")).toEqual([]);
    expect(await list("visibility=member")).toContain("No entry fits");
    expect(await list("q=%22%3E%3Cscript%3E")).toContain('value="&quot;&gt;&lt;script&gt;"');
  });
});

describe("the form", () => {
  test("is filled from where the entry comes from, and tells it when saved", async () => {
    const written: string[] = [];
    const faq = await createTestFaqDesk({
      prefill: async (from, { language }) =>
        from === "ticket:12"
          ? { question_fi: `Missä sauna on? (${language})`, answer_fi: "Rannassa." }
          : undefined,
      onWritten: async (from, { entryId }) => {
        written.push(`${from} → ${entryId}`);
      },
    });
    const page = pageOf(await visit(faq, "/new?from=ticket:12"));
    const fields = formOf(page.html);
    expect(fields).toMatchObject({
      question_fi: "Missä sauna on? (en)",
      answer_fi: "Rannassa.",
      from: "ticket:12",
    });
    const answer = await visit(faq, "/new", { form: { ...fields, do: "save" } });
    expect(answer).toMatchObject({ kind: "redirect", done: "Saved and in use: Missä sauna on? (en)" });
    expect(written).toEqual(["ticket:12 → sauna"]);
    expect(formOf(pageOf(await visit(faq, "/new?from=%3Cscript%3E")).html).from).toBeUndefined();
  });

  test("comes back with every word and the faults named in the person's language", async () => {
    const faq = await createTestFaqDesk();
    const form = {
      question_fi: "<b>Missä</b> sauna on?",
      answer_fi: "\n# Otsikko",
      sources: "Ohje | http//x",
      year: "26",
      visibility: "public",
    };
    const page = pageOf(await visit(faq, "/new", { form, language: "fi" }));
    expect(page.status).toBe(422);
    expect(page.html).toContain("Tallennus ei onnistunut");
    expect(page.html).toContain(
      '<a href="#answer_fi">Vastaus (suomi)</a>: alkaa jollakin rivillä #-merkillä',
    );
    expect(page.html).toContain("&lt;b&gt;Missä&lt;/b&gt;");
    expect(page.html).not.toContain("<b>Missä");
    expect(formOf(page.html)).toMatchObject({ ...form, answer_fi: "# Otsikko" });
    expect(page.html).toMatch(/id="year"[^>]*aria-describedby="year-hint year-problem" aria-invalid="true"/);
  });

  test("shows near entries before saving, and saves anyway when told to", async () => {
    const faq = await createTestFaqDesk();
    const form = {
      question_en: "When does the gate of Harbour Park open?",
      answer_en: "At six.",
      visibility: "public",
    };
    const page = pageOf(await visit(faq, "/new", { form }));
    expect(page.html).toContain("There are entries that ask much the same");
    expect(page.html).toContain('<a href="/desk/faq/gate-hours">');
    const answer = await visit(faq, "/new", { form: { ...formOf(page.html), do: "anyway" } });
    expect(answer).toMatchObject({ kind: "redirect" });
  });

  test("previews the answer with its sources, date and validity, and keeps nothing", async () => {
    const faq = await createTestFaqDesk();
    const form = { ...draftWith({ sources: "book", validUntil: "2026-02-01" }), do: "preview" };
    const page = pageOf(await visit(faq, "/new", { form }));
    expect(page.html).toContain("Sauna varataan satamatoimistosta numerosta 123 4567. [1]");
    expect(page.html).toContain(
      '<a href="https://example.org/book" rel="noopener noreferrer">Harbour: Harbour book</a> (2024)',
    );
    expect(page.html).toContain(
      "Vastaus päivätty 1.3.2026. Oli voimassa 1.2.2026 asti; voi olla vanhentunut.",
    );
    expect(page.html).toContain("No answer in Swedish yet");
    expect(await faq.desk.find("harbour-parkin-sauna-varataan")).toBeUndefined();
    expect(formOf(page.html)).toMatchObject(draftWith({ sources: "book", validUntil: "2026-02-01" }));
  });

  test("a second person's change leads to both versions side by side, and saving the merged form keeps both", async () => {
    const faq = await createTestFaqDesk();
    const first = formOf(pageOf(await visit(faq, "/gate-hours/edit")).html);
    const second = { ...first, answer_en: "The gate opens at five.", tags: "gate" };
    await visit(faq, "/gate-hours/edit", {
      form: { ...first, answer_en: "The gate opens at seven.", answer_sv: "Klockan sju." },
    });
    const page = pageOf(await visit(faq, "/gate-hours/edit", { form: second, actor: erik }));
    expect(page.status).toBe(409);
    expect(page.html).toContain("Kaisa saved a change while you were writing");
    expect(page.html).toContain("The gate opens at <mark>seven.</mark>");
    expect(page.html).toContain("<h2>Answer (English)</h2>");
    expect(page.html).not.toContain("<h2>Answer (Swedish)</h2>");
    const merged = formOf(page.html);
    expect(merged).toMatchObject({
      answer_en: "The gate opens at five.",
      answer_sv: "Klockan sju.",
      tags: "gate",
    });
    await visit(faq, "/gate-hours/edit", { form: merged, actor: erik });
    const item = await faq.desk.find("gate-hours");
    expect(item).toMatchObject({ token: "2", content: { tags: ["gate"] } });
    expect(item?.content.texts.sv.answer).toBe("Klockan sju.");
  });
});

describe("one entry", () => {
  test("is shown with what can be done; retire and restore name the form that was seen", async () => {
    const faq = await createTestFaqDesk();
    const page = pageOf(await visit(faq, "/gate-hours"));
    expect(page.title).toBe("When is the gate of Harbour Park open?");
    const token =
      /action="\/desk\/faq\/gate-hours\/retire"[\s\S]*?name="token" value="([^"]*)"/.exec(page.html)?.[1] ??
      "";
    expect(token).not.toBe("");
    expect(await visit(faq, "/gate-hours/retire", { form: { token: "9" } })).toMatchObject({
      done: expect.stringContaining("changed this entry meanwhile"),
    });
    expect((await faq.desk.find("gate-hours"))?.state).toBe("live");
    await visit(faq, "/gate-hours/retire", { form: { token } });
    expect((await faq.desk.find("gate-hours"))?.state).toBe("retired");
    expect(pageOf(await visit(faq, "/gate-hours")).html).toContain("/desk/faq/gate-hours/restore");
    for (const path of ["/nothing", "/nothing/edit", "/nothing/history"]) {
      expect(await visit(faq, path)).toEqual({ kind: "missing" });
    }
    expect(await visit(faq, "/nothing/retire", { form: { token: "1" } })).toEqual({ kind: "missing" });
  });

  test("its history tells who, when and what changed, escaped", async () => {
    const faq = await createTestFaqDesk();
    const fields = formOf(pageOf(await visit(faq, "/scale/edit")).html);
    await visit(faq, "/scale/edit", {
      form: {
        ...fields,
        answer_fi: "Harbour Parkin vaaka punnitsee <i>70</i> tonnia. [^book]",
        park: "harbour-park",
      },
    });
    const { html } = pageOf(await visit(faq, "/scale/history", { language: "fi" }));
    expect(html).toContain("Versio 1: muokattu");
    expect(html).toMatch(/Kaisa, 1\.3\.2026/);
    expect(html).toContain('<del><span class="desk-heard">poistettu: </span>60</del>');
    expect(html).toContain('<ins><span class="desk-heard">lisätty: </span>&lt;i&gt;70&lt;/i&gt;</ins>');
    expect(html).toContain("Harbour Park</ins>");
    expect(html).toContain("Versio 0: kuten se oli tiedostoissa");
  });

  test("shows how the files differ where they were changed since, and takes their version", async () => {
    const faq = await createTestFaqDesk();
    const fields = formOf(pageOf(await visit(faq, "/scale/edit")).html);
    await visit(faq, "/scale/edit", { form: { ...fields, tags: "vaaka" } });
    const content = (FAQ_KNOWLEDGE["faq/fi.md"] as string).replace("60 tonnia", "80 tonnia");
    await writeFile(join(faq.folder, "faq/fi.md"), content);
    const { html } = pageOf(await visit(faq, "/scale"));
    expect(html).toContain("The files were changed too");
    expect(html).toContain("80</ins>");
    await visit(faq, "/scale/take-file", { form: { token: "1" } });
    expect(pageOf(await visit(faq, "/scale")).html).not.toContain("The files were changed too");
    expect((await faq.desk.find("scale"))?.content.texts.fi.answer).toContain("80 tonnia");
  });
});

describe("the export", () => {
  test("tells what would change and writes it when the button is pressed", async () => {
    const faq = await createTestFaqDesk();
    expect(pageOf(await visit(faq, "/export")).html).toContain("The files hold all that the desk has.");
    await faq.desk.add({ draft: draftWith(), actor: erik });
    const { html } = pageOf(await visit(faq, "/export"));
    expect(html).toContain("<h2>faq/fi.md</h2>");
    expect(html).toContain('name="csrf"');
    expect(await visit(faq, "/export", { form: {} })).toMatchObject({ kind: "redirect", to: "/desk/faq" });
    expect(pageOf(await visit(faq, "/export")).html).toContain("The files hold all that the desk has.");
    expect((await faq.base.audit.list())[0]).toMatchObject({ action: "faq.export", actor: "web:kaisa" });
  });
});

test.each(LANGUAGES)(
  "every page of the section is there in %s, each form with its CSRF field",
  async (language) => {
    const faq = await createTestFaqDesk();
    for (const path of ["", "/new", "/export", "/gate-hours", "/gate-hours/edit", "/gate-hours/history"]) {
      const { html, title } = pageOf(await visit(faq, path, { language }));
      expect(title).not.toBe("");
      expect(html).not.toMatch(/undefined|\[object/);
      const posts = html.match(/<form[^>]*method="post"[\s\S]*?<\/form>/g) ?? [];
      for (const form of posts) expect(form).toContain('name="csrf"');
      expect(html).not.toMatch(/\sstyle=|<script|\son\w+=/);
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  },
);
