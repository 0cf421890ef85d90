import { describe, expect, it } from "vitest";
import { createProgress, type ProgressStream } from "../../indexer/present-progress.ts";

function record(stream: Omit<ProgressStream, "write">) {
  const written: string[] = [];
  return { written, show: createProgress({ ...stream, write: (text) => written.push(text) }) };
}

describe("createProgress()", () => {
  it("draws a bar over itself on a terminal and ends the line when a step is done", () => {
    const { written, show } = record({ isTTY: true, columns: 100 });
    show("read", 1, 2);
    show("read", 2, 2);
    expect(written).toEqual([
      `\rReading files [${"#".repeat(12)}${".".repeat(12)}] 1/2\u001B[K`,
      `\rReading files [${"#".repeat(24)}] 2/2\u001B[K`,
      "\n",
    ]);
  });

  it("never fills a narrow terminal's line, which would wrap", () => {
    const { written, show } = record({ isTTY: true, columns: 30 });
    show("embed", 64, 1876);
    show("read", 1, 2);
    const controls = "\r\u001B[K".length;
    for (const bar of written) expect(bar.length - controls).toBeLessThan(30);
  });

  it("writes at most five plain lines a step elsewhere", () => {
    const { written, show } = record({});
    for (let done = 0; done <= 1000; done++) show("embed", done, 1000);
    expect(written).toEqual([1, 250, 500, 750, 1000].map((done) => `Embedding passages: ${done} of 1000\n`));
  });

  it("names an unknown step as it is and bears a step without anything to do", () => {
    const { written, show } = record({ isTTY: true });
    show("rest", 0, 0);
    expect(written.join("")).toContain("rest [########################] 0/0");
  });
});
