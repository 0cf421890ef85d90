import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeskBase } from "../../bot/desk/desk-parts.ts";
import { createFaqPart, type FaqPart, type FaqPartOptions } from "../../bot/desk/faq/create-faq-part.ts";
import { emptyDraft, type FaqDraft } from "../../bot/desk/faq/faq-draft.ts";
import type { DeskAnswer, DeskExchange, DeskRoute } from "../../bot/desk/web/desk-section.ts";
import { html } from "../../bot/desk/web/html.ts";
import { KnowledgeView } from "../../bot/knowledge-view.ts";
import type { Database } from "../../bot/state/database/database.ts";
import {
  buildIndex,
  extendIndex,
  type KnowledgeIndex,
  NO_EXTENSION,
  openIndex,
} from "../../indexer/index.ts";
import { createDeskBase, PEOPLE, type TestDeskBase } from "./desk-base.ts";
import { GUARDED_KNOWLEDGE } from "./guarded-knowledge.ts";
import { makeFolder } from "./temporary-folder.ts";

/** A park with two questions in its FAQ, one of them in three languages. */
export const FAQ_KNOWLEDGE: Record<string, string> = {
  "sources.csv": GUARDED_KNOWLEDGE["sources.csv"] as string,
  "parks.csv": GUARDED_KNOWLEDGE["parks.csv"] as string,
  "faq/fi.md": `# Kysymyksiä

Alkusanat jäävät ennalleen.

## Milloin Harbour Parkin portti on auki?
- id: gate-hours
- also: Mitkä ovat portin aukioloajat?
- park: harbour-park
- visibility: public

Harbour Parkin portti on auki kello 6–22. [^book]

## Paljonko Harbour Parkin vaaka punnitsee?
- id: scale

Harbour Parkin vaaka punnitsee 60 tonnia. [^book]
`,
  "faq/sv.md": `# Frågor

## När är porten till Harbour Park öppen?
- id: gate-hours
- park: harbour-park

Porten till Harbour Park är öppen klockan 6–22. [^book]
`,
  "faq/en.md": `# Questions

## When is the gate of Harbour Park open?
- id: gate-hours
- park: harbour-park

The gate of Harbour Park is open from 6 to 22. [^book]
`,
};

/** The FAQ of a desk over a real index, which every change is put upon. */
export interface TestFaqDesk extends FaqPart {
  base: TestDeskBase;
  folder: string;
  /** What the next question is answered from. */
  view: () => KnowledgeView;
  /** Builds the index anew from the folder, as after an export. */
  rebuild: () => Promise<KnowledgeIndex>;
}

/** The index of {@link FAQ_KNOWLEDGE}: every test of a file begins with it. */
let pristine: Promise<KnowledgeIndex> | undefined;

async function openIndexOf(knowledgeFolder: string): Promise<KnowledgeIndex> {
  const indexFolder = await mkdtemp(join(tmpdir(), "sivuvirta-faq-index-"));
  try {
    const { faults } = await buildIndex({ knowledgeFolder, indexFolder });
    if (faults.length > 0) throw new Error(`Cannot index the test's files: ${JSON.stringify(faults)}`);
    return await openIndex(indexFolder);
  } finally {
    await rm(indexFolder, { recursive: true, force: true });
  }
}

/** Makes the FAQ of a desk for one test; files and folders are gone when it ends. */
export async function createTestFaqDesk(
  options: Partial<FaqPartOptions> & { file?: string; database?: Database } = {},
): Promise<TestFaqDesk> {
  const { file, database, ...partOptions } = options;
  const folder = await makeFolder(FAQ_KNOWLEDGE);
  const rebuild = () => openIndexOf(folder);
  pristine ??= rebuild();
  const index = await pristine;
  let view = new KnowledgeView(index);
  const testBase = createDeskBase({ ...(file && { file }), ...(database && { database }) });
  const base: DeskBase = {
    ...testBase,
    currentView: () => view,
    knowledgeChanged: async () => {
      await testBase.knowledgeChanged();
      const { entries, hidden } = await part.overlay();
      view = new KnowledgeView(extendIndex(index, { ...NO_EXTENSION, faq: entries, hiddenFaq: hidden }));
    },
  };
  const part = createFaqPart(base, { knowledgeFolder: folder, ...partOptions });
  return { ...part, base: testBase, folder, view: () => view, rebuild };
}

/** A filled form of an entry nobody asked yet. */
export function draftWith(filled: Partial<FaqDraft> = {}): FaqDraft {
  return emptyDraft({
    question_fi: "Mistä Harbour Parkin sauna varataan?",
    answer_fi: "Sauna varataan satamatoimistosta numerosta 123 4567.",
    ...filled,
  });
}

/** Calls the route of a page as the desk's server does. */
export async function visit(
  { section }: Pick<FaqPart, "section">,
  path: string,
  options: Partial<Omit<DeskExchange, "form">> & { form?: Record<string, string> } = {},
): Promise<DeskAnswer> {
  const { form, ...changes } = options;
  const [bare = "", query = ""] = path.split("?");
  const method = form === undefined ? "get" : "post";
  for (const route of section?.routes ?? []) {
    const params = route.method === method ? matchRoute(route, bare) : undefined;
    if (params === undefined) continue;
    return route.handle({
      actor: PEOPLE.kaisa,
      language: "en",
      params,
      query: new URLSearchParams(query),
      form: new URLSearchParams(form ?? {}),
      csrfField: html`<input type="hidden" name="csrf" value="token">`,
      ...changes,
    });
  }
  return { kind: "missing" };
}

function matchRoute({ path }: DeskRoute, asked: string): Record<string, string> | undefined {
  const [wanted, found] = [path.split("/"), asked.split("/")];
  if (wanted.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(found[at] ?? "");
    else if (part !== found[at]) return undefined;
  }
  return params;
}
