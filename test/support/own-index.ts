import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import { KnowledgeView } from "../../bot/knowledge-view.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import type { AnswerTurn, IncomingTurn } from "../../bot/turn.ts";
import { createMemoryStore } from "../../bot/understand/memory.ts";
import { analyseQuestion, type Question } from "../../bot/understand/question.ts";
import { buildIndex, openIndex } from "../../indexer/index.ts";
import type { Language } from "../../knowledge/languages.ts";
import { waitFor } from "./application.ts";
import { writeFiles } from "./temporary-folder.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const BUILD_PATIENCE_IN_MS = 120_000;
let ownKnowledge: Promise<KnowledgeView> | undefined;

/**
 * Gives the index of the product's own knowledge, built once for all test files and kept under the system's
 * temporary folder until knowledge or indexer change.
 *
 * @returns Folder of the index; only read it.
 */
export async function ownIndexFolder(): Promise<string> {
  const folder = join(tmpdir(), `sivuvirta-own-index-${await hashOfContents()}`);
  if (await isThere(folder)) return folder;
  const isBuilder = await mkdir(`${folder}.building`).then(
    () => true,
    () => false,
  );
  if (!isBuilder) {
    // Another test file builds it; one that died in the middle is not waited for.
    await waitFor(() => isThere(folder), BUILD_PATIENCE_IN_MS).catch(() => buildInto(folder));
    return folder;
  }
  try {
    await buildInto(folder);
  } finally {
    await rm(`${folder}.building`, { recursive: true });
  }
  return folder;
}

/** Opens that index as answering sees it, once for all files of a worker. */
export function openOwnKnowledge(): Promise<KnowledgeView> {
  ownKnowledge ??= ownIndexFolder().then(async (folder) => new KnowledgeView(await openIndex(folder)));
  return ownKnowledge;
}

/** Builds an index beside its place and moves it there whole, so that nobody opens half of one. */
async function buildInto(folder: string): Promise<void> {
  const made = await mkdtemp(join(tmpdir(), "sivuvirta-building-"));
  await buildIndex({ knowledgeFolder: join(ROOT, "knowledge"), indexFolder: made });
  await rename(made, folder).catch(() => rm(made, { recursive: true }));
}

async function hashOfContents(): Promise<string> {
  const hash = createHash("sha256");
  for (const layer of ["knowledge", "indexer"]) {
    const files = await readdir(join(ROOT, layer), { recursive: true, withFileTypes: true });
    const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
    for (const path of paths.sort()) hash.update(path).update(await readFile(path));
  }
  return hash.digest("hex").slice(0, 16);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Turns asked one after another, each beginning a conversation of its own unless it names one. */
export interface Asker {
  view: KnowledgeView;
  answerTurn: AnswerTurn;
  /** Asks the turns of one conversation and returns the last reply. */
  ask(turns: string | readonly string[], changes?: Partial<IncomingTurn>): Promise<Reply>;
}

/** Puts the real pipeline on a view. */
export function createAsker(view: KnowledgeView): Asker {
  const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
  let conversations = 0;
  return {
    view,
    answerTurn,
    async ask(turns, changes = {}) {
      const conversationId = `conversation ${conversations++}`;
      const replies: Reply[] = [];
      for (const text of [turns].flat()) {
        replies.push(
          await answerTurn({ channel: "command-line", conversationId, text, reader: "public", ...changes }),
        );
      }
      return replies.at(-1) as Reply;
    },
  };
}

/** Puts the real pipeline on the product's own knowledge. */
export async function askOwnKnowledge(): Promise<Asker> {
  return createAsker(await openOwnKnowledge());
}

/** Indexes files and puts the real pipeline on them; the files are gone when it answers. */
export async function askFiles(files: Record<string, string>): Promise<Asker> {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-ask-"));
  try {
    const [knowledgeFolder, indexFolder] = [join(folder, "knowledge"), join(folder, "index")];
    await writeFiles(knowledgeFolder, files);
    const { faults } = await buildIndex({ knowledgeFolder, indexFolder });
    if (faults.length > 0) throw new Error(`Cannot ask the test's files: ${JSON.stringify(faults)}`);
    return createAsker(new KnowledgeView(await openIndex(indexFolder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a question as the pipeline does. */
export function questionOf(text: string, context: { language: Language; view: KnowledgeView }): Question {
  return analyseQuestion(text, context);
}
