import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planExport, writeExport } from "../../../../../bot/desk/faq/export/export-faq.ts";
import { runExport } from "../../../../../bot/desk/faq/export/run-export.ts";
import { draftOf, type FaqDraft } from "../../../../../bot/desk/faq/faq-draft.ts";
import { KnowledgeView } from "../../../../../bot/knowledge-view.ts";
import { openPostgres } from "../../../../../bot/state/database/postgres-database.ts";
import { checkKnowledge } from "../../../../../knowledge/check-knowledge.ts";
import { createTestPostgres } from "../../../../support/databases.ts";
import { PEOPLE } from "../../../../support/desk-base.ts";
import {
  createTestFaqDesk,
  draftWith,
  FAQ_KNOWLEDGE,
  type TestFaqDesk,
} from "../../../../support/faq-desk.ts";
import { createAsker } from "../../../../support/own-index.ts";
import { makeFolder } from "../../../../support/temporary-folder.ts";

const { kaisa } = PEOPLE;
const FI = FAQ_KNOWLEDGE["faq/fi.md"] as string;

async function change({ desk }: TestFaqDesk, id: string, fields: Partial<FaqDraft>): Promise<void> {
  const item = await desk.find(id);
  if (item === undefined) throw new Error(`There is no entry "${id}"`);
  const draft = { ...draftOf(item.content), ...fields };
  const outcome = await desk.edit({ id, token: item.token, draft, actor: kaisa, isSure: true });
  if (outcome.kind !== "saved") throw new Error(`"${id}" was not saved: ${outcome.kind}`);
}

function optionsOf({ folder, desk }: TestFaqDesk) {
  return { knowledgeFolder: folder, ledger: desk.ledger };
}

async function exportAll(faq: TestFaqDesk): Promise<void> {
  const { audit, database } = faq.base;
  const plan = await planExport(optionsOf(faq));
  await writeExport(plan, { ...optionsOf(faq), audit, database, actor: kaisa });
}

const read = ({ folder }: TestFaqDesk, language: string) =>
  readFile(join(folder, `faq/${language}.md`), "utf8");

describe("planExport() and writeExport()", () => {
  test("write what was changed and leave the rest of the file byte for byte", async () => {
    const faq = await createTestFaqDesk();
    const odd = `${FI.replace("auki kello 6–22.", "auki kello  6–22.  ")}\n\n## Kesken\n- id: BROKEN ID\n\nTyö kesken.\n`;
    await writeFile(join(faq.folder, "faq/fi.md"), odd.replaceAll("\n", "\r\n"));
    await change(faq, "scale", { answer_fi: "Vaaka punnitsee 70 tonnia. [^book]", validUntil: "2027-12-31" });
    await faq.desk.add({ draft: draftWith({ tags: "sauna, ilta", park: "harbour-park" }), actor: kaisa });
    await exportAll(faq);
    const before = odd.replaceAll("\n", "\r\n");
    const after = await read(faq, "fi");
    const start = before.indexOf("## Paljonko");
    expect(after.slice(0, start)).toBe(before.slice(0, start));
    expect(after).not.toMatch(/(?<!\r)\n/);
    expect(after.slice(start).replaceAll("\r\n", "\n")).toBe(`## Paljonko Harbour Parkin vaaka punnitsee?
- id: scale
- visibility: public
- changed: 2026-03-01
- until: 2027-12-31

Vaaka punnitsee 70 tonnia. [^book]


## Kesken
- id: BROKEN ID

Työ kesken.

## Mistä Harbour Parkin sauna varataan?
- id: harbour-parkin-sauna-varataan
- park: harbour-park
- visibility: public
- changed: 2026-03-01
- tags: sauna | ilta
- source: Koordinaattorin oma tieto, Harbour Park, 1.3.2026 |  | 2026

Sauna varataan satamatoimistosta numerosta 123 4567.
`);
    expect(await read(faq, "sv")).toBe(FAQ_KNOWLEDGE["faq/sv.md"]);
    expect((await readdir(join(faq.folder, "faq"))).sort()).toEqual(["en.md", "fi.md", "sv.md"]);
    expect((await faq.base.audit.list())[0]).toMatchObject({
      action: "faq.export",
      detail: { added: ["harbour-parkin-sauna-varataan"], changed: ["scale"], removed: [], left: [] },
    });
  });

  test("after export and rebuild the files alone give the answers of the desk", async () => {
    const faq = await createTestFaqDesk();
    await change(faq, "gate-hours", {
      answer_fi: "Portti on auki kello 7–21.",
      answer_en: "The gate is open from 7 to 21.",
      sources: "Gate notice | https://example.org/gate | 2026\nbook",
      validUntil: "2026-02-01",
    });
    await faq.desk.add({
      draft: draftWith({ question_sv: "Var bokar man bastun i Harbour Park?", sources: "book" }),
      actor: kaisa,
    });
    const scale = await faq.desk.find("scale");
    await faq.desk.retire({ id: "scale", token: scale?.token ?? "", actor: kaisa });
    await exportAll(faq);
    const rebuilt = new KnowledgeView(await faq.rebuild());
    const questions = [
      "Milloin Harbour Parkin portti on auki?",
      "När är porten till Harbour Park öppen?",
      "When is the gate of Harbour Park open?",
      "Mistä Harbour Parkin sauna varataan?",
      "Var bokar man bastun i Harbour Park?",
      "Paljonko Harbour Parkin vaaka punnitsee?",
    ];
    const told = ["7–21", "6–22", "7 to 21", "123 4567", "123 4567", undefined];
    for (const [at, question] of questions.entries()) {
      const [live, fromFiles] = await Promise.all(
        [faq.view(), rebuilt].map((view) => createAsker(view).ask(question)),
      );
      // Which topic is nearest to a question that nothing answers may be told apart by the numbering of passages alone.
      const comparable = (reply = live) => ({
        ...reply,
        ...(reply?.refused && { text: reply.text.split("\n")[0] }),
        ms: 0,
        turnId: "",
      });
      expect(comparable(fromFiles)).toEqual(comparable(live));
      if (told[at] !== undefined) expect(live?.text).toContain(told[at]);
      expect(live?.text).not.toContain("60 tonnia");
    }
    expect(rebuilt.index.passages.some(({ faq: entry }) => entry?.id === "scale")).toBe(false);
    expect(rebuilt.index.passages.some(({ faq: entry }) => entry?.id === "gate-hours")).toBe(true);
    const { faults } = await checkKnowledge(faq.folder);
    expect(faults.filter(({ reason }) => !/is missing here/.test(reason))).toEqual([]);
  });

  test("an exported entry is the same in the files, changed only by hand, and a second export writes nothing", async () => {
    const faq = await createTestFaqDesk();
    await change(faq, "gate-hours", { answer_sv: "", question_sv: "När är porten öppen?" });
    await exportAll(faq);
    expect(await read(faq, "sv")).toBe("# Frågor\n");
    expect(await read(faq, "fi")).toContain("also: Mitkä ovat portin aukioloajat? | När är porten öppen?");
    expect(await planExport(optionsOf(faq))).toMatchObject({ hasChanges: false, left: [] });
    expect((await faq.desk.find("gate-hours"))?.file).toBe("same");
    await change(faq, "gate-hours", { tags: "portti" });
    expect((await faq.desk.find("gate-hours"))?.file).toBe("same");
    expect(await planExport(optionsOf(faq))).toMatchObject({ hasChanges: true, left: [] });
  });

  test("what was changed in the files too is left and named", async () => {
    const faq = await createTestFaqDesk();
    await change(faq, "scale", { answer_fi: "Vaaka punnitsee 70 tonnia. [^book]" });
    const byHand = FI.replace("60 tonnia", "80 tonnia");
    await writeFile(join(faq.folder, "faq/fi.md"), byHand);
    expect(await planExport(optionsOf(faq))).toMatchObject({ hasChanges: false, left: ["scale"] });
    await exportAll(faq);
    expect(await read(faq, "fi")).toBe(byHand);
    expect((await faq.desk.find("scale"))?.file).toBe("changed");
  });

  test("a file that changes between plan and writing is not written over", async () => {
    const faq = await createTestFaqDesk();
    await change(faq, "scale", { answer_fi: "Vaaka punnitsee 70 tonnia. [^book]" });
    const plan = await planExport(optionsOf(faq));
    await writeFile(join(faq.folder, "faq/fi.md"), `${FI}\n`);
    const { audit, database } = faq.base;
    const writing = writeExport(plan, { ...optionsOf(faq), audit, database, actor: kaisa });
    await expect(writing).rejects.toThrow('"faq/fi.md" was changed meanwhile');
    expect(await read(faq, "fi")).toBe(`${FI}\n`);
  });
});

describe("runExport()", () => {
  test("--check tells what would change and writes nothing; without it the files are written", async () => {
    const state = join(await makeFolder(), "state.sqlite");
    const faq = await createTestFaqDesk({ file: state });
    await change(faq, "scale", { answer_fi: "Vaaka punnitsee 70 tonnia. [^book]" });
    const run = async (...words: string[]) => {
      const lines: string[] = [];
      const options = {
        write: (line: string) => lines.push(line),
        defaultState: state,
        defaultKnowledge: faq.folder,
      };
      return { code: await runExport(words, options), lines };
    };
    expect(await run("--check")).toEqual({ code: 1, lines: ["faq/fi.md: ~ scale", "Nothing was written."] });
    expect(await read(faq, "fi")).toBe(FI);
    const written = await run();
    expect(written.code).toBe(0);
    expect(await read(faq, "fi")).toContain("70 tonnia");
    expect(await run("--check")).toEqual({ code: 0, lines: ["The files hold all that the desk has."] });
    await expect(run("--state", join(faq.folder, "nothing"))).rejects.toThrow("there is no state");
    await expect(run("--knowledge", join(faq.folder, "nothing"))).rejects.toThrow('has no folder "faq"');
  });

  test("works on the Postgres of the settings, unless a file is named", async () => {
    const databaseUrl = await createTestPostgres();
    const database = await openPostgres({ url: databaseUrl });
    const faq = await createTestFaqDesk({ database });
    await change(faq, "scale", { answer_fi: "Vaaka punnitsee 70 tonnia. [^book]" });
    const lines: string[] = [];
    const write = (line: string) => lines.push(line);
    const options = { write, defaultState: "nowhere", defaultKnowledge: faq.folder, databaseUrl };
    await expect(runExport(["--state", "nowhere"], options)).rejects.toThrow("there is no state");
    expect(await runExport(["--check"], options)).toBe(1);
    expect(await runExport([], options)).toBe(0);
    expect(await read(faq, "fi")).toContain("70 tonnia");
    expect(await runExport(["--check"], options)).toBe(0);
    expect((await faq.base.audit.list())[0]).toMatchObject({ action: "faq.export", actor: "local" });
    await database.close();
  });
});
