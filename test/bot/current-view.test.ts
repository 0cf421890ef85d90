import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { CurrentView, type CurrentViewOptions } from "../../bot/current-view.ts";
import { createLog } from "../../bot/log.ts";
import {
  buildIndex,
  type IndexExtension,
  type KnowledgeIndex,
  NO_EXTENSION,
  openIndex,
  passageText,
} from "../../indexer/index.ts";
import type { FaqEntry } from "../../knowledge/parse-faq.ts";
import { writeFiles } from "../support/temporary-folder.ts";

let first: KnowledgeIndex;
let second: KnowledgeIndex;
beforeAll(async () => {
  [first, second] = [await indexOf("Satamassa on kierros 1."), await indexOf("Satamassa on kierros 2.")];
});

async function indexOf(text: string): Promise<KnowledgeIndex> {
  const folder = await mkdtemp(join(tmpdir(), "sivuvirta-current-"));
  const folders = { knowledgeFolder: join(folder, "knowledge"), indexFolder: join(folder, "index") };
  try {
    await writeFiles(folders.knowledgeFolder, { "a.txt": text });
    await buildIndex(folders);
    return await openIndex(folders.indexFolder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A desk whose only answer the test changes, and whose reading it may hold up. */
class TestDesk {
  answer = "";
  readings = 0;
  lines: string[] = [];
  told: string[] = [];
  /** What a reading waits for after it was read. */
  holdUp: Promise<void> = Promise.resolve();
  #listener: (() => void) | undefined;

  /** The options of a view over it. */
  options(): CurrentViewOptions {
    return {
      extension: () => this.#read(),
      onExtended: (listener) => {
        this.#listener = listener;
        return () => {
          this.#listener = undefined;
        };
      },
      onChanged: (view) => this.told.push(view.index.passages.map(passageText).join()),
      log: createLog({ level: "info", write: (line) => this.lines.push(line) }),
    };
  }

  /** Another process changes it. */
  changeElsewhere(answer: string): void {
    this.answer = answer;
    this.#listener?.();
  }

  async #read(): Promise<IndexExtension> {
    this.readings += 1;
    const { answer } = this;
    await this.holdUp;
    if (answer === "broken") throw new Error("The desk is in disorder");
    const entry: FaqEntry = {
      id: "kiosk",
      language: "fi",
      question: "Milloin kioski on auki?",
      variants: [],
      sources: [],
      visibility: "public",
      answer,
      answerWithMarks: answer,
      file: "faq/fi.md",
      line: 0,
    };
    return { ...NO_EXTENSION, faq: answer === "" ? [] : [entry] };
  }
}

async function open(desk: TestDesk) {
  const current = await CurrentView.open(first, desk.options());
  onTestFinished(() => current.close());
  return { current, text: () => current.view.index.passages.map(passageText).join("\n") };
}

/** Holds up readings until it is let go. */
function hold(desk: TestDesk): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  desk.holdUp = promise;
  return resolve;
}

describe("CurrentView", () => {
  it("reads once for changes that come together, and once more for one that comes meanwhile", async () => {
    const desk = new TestDesk();
    const { current, text } = await open(desk);
    const release = hold(desk);
    desk.answer = "Kello 8.";
    const together = [current.extensionChanged(), current.extensionChanged(), current.extensionChanged()];
    await vi.waitFor(() => expect(desk.readings).toBe(2));
    desk.answer = "Kello 9.";
    const late = current.extensionChanged();
    release();
    await Promise.all(together);
    await late;
    expect(text()).toContain("Kello 9.");
    expect(desk.readings).toBe(3);
  });

  it("takes over what another process changed", async () => {
    const desk = new TestDesk();
    const { text, current } = await open(desk);
    desk.changeElsewhere("Kello 10.");
    await vi.waitFor(() => expect(text()).toContain("Kello 10."));
    current.close();
    desk.changeElsewhere("Kello 11.");
    await current.extensionChanged();
    expect(desk.readings).toBe(3);
  });

  it("misses no change that comes while it is opened", async () => {
    const desk = new TestDesk();
    const release = hold(desk);
    const opening = open(desk);
    await vi.waitFor(() => expect(desk.readings).toBe(1));
    desk.changeElsewhere("Kello 12.");
    release();
    const { text } = await opening;
    await vi.waitFor(() => expect(text()).toContain("Kello 12."));
  });

  it("rejects when the desk cannot be read at the start, and listens no more", async () => {
    const desk = new TestDesk();
    desk.answer = "broken";
    await expect(CurrentView.open(first, desk.options())).rejects.toThrow("in disorder");
    desk.changeElsewhere("Kello 8.");
    expect(desk.readings).toBe(1);
  });

  it("keeps a view whose desk cannot be read any more, logs it and goes on with the next change", async () => {
    const desk = new TestDesk();
    const { current, text } = await open(desk);
    desk.answer = "Kello 8.";
    await current.extensionChanged();
    desk.answer = "broken";
    await current.extensionChanged();
    expect(text()).toContain("Kello 8.");
    expect(desk.lines.join()).toContain("knowledge.not-extended");
    desk.answer = "Kello 9.";
    await current.extensionChanged();
    expect(text()).toContain("Kello 9.");
  });

  it("lays a change that is being read over the index that came meanwhile", async () => {
    const desk = new TestDesk();
    const { current, text } = await open(desk);
    const release = hold(desk);
    desk.answer = "Kello 8.";
    const changed = current.extensionChanged();
    await vi.waitFor(() => expect(desk.readings).toBe(2));
    desk.holdUp = Promise.resolve();
    await current.replaceBase(second);
    release();
    await changed;
    expect(text()).toContain("kierros 2");
    expect(text()).toContain("Kello 8.");
    await vi.waitFor(() => expect(desk.told.at(-1)).toContain("kierros 2"));
  });

  it("lays a change that came while a newer index was warmed over that too", async () => {
    const desk = new TestDesk();
    const { current, text } = await open(desk);
    const release = hold(desk);
    const replaced = current.replaceBase(second);
    await vi.waitFor(() => expect(desk.readings).toBe(2));
    desk.holdUp = Promise.resolve();
    desk.answer = "Kello 9.";
    await current.extensionChanged();
    expect(text()).toContain("kierros 1");
    expect(text()).toContain("Kello 9.");
    release();
    await replaced;
    expect(text()).toContain("kierros 2");
    expect(text()).toContain("Kello 9.");
  });
});
