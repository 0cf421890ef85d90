import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, describe, expect, it } from "vitest";
import { closeBackground, runInBackground } from "../../../bot/background/run-in-background.ts";
import { writeCsv } from "../../../bot/exports/write-csv.ts";
import { drawPicture } from "../../../bot/pictures/draw-picture.ts";
import { barsOfTest } from "../../support/drawings.ts";

afterAll(() => closeBackground());

const sheet = (rows: number) => ({
  name: "Streams",
  columns: [{ title: "Name" }, { title: "Amount", isNumber: true }],
  rows: Array.from({ length: rows }, (_, at) => [`Fly ash ${at}`, at]),
});

describe("runInBackground()", () => {
  it("gives what the work gives here", async () => {
    const bars = barsOfTest(5);
    expect(Buffer.from(await runInBackground("drawPicture", bars))).toEqual(
      Buffer.from(await drawPicture(bars)),
    );
    const csv = await runInBackground("writeCsv", [sheet(3), "fi"]);
    expect(Buffer.from(csv)).toEqual(Buffer.from(writeCsv(sheet(3), "fi")));
  });

  it("passes on what the work throws, and goes on", async () => {
    await expect(runInBackground("drawPicture", { kind: "none" } as never)).rejects.toThrow();
    expect(await runInBackground("writeCsv", [sheet(1), "en"])).toBeInstanceOf(Uint8Array);
  });

  it("does not keep this thread from its work while a large file is written", async () => {
    const rows = sheet(30_000);
    await runInBackground("writeXlsx", sheet(1));
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const started = performance.now();
    const file = await runInBackground("writeXlsx", rows);
    const took = performance.now() - started;
    delay.disable();
    expect(file.length).toBeGreaterThan(100_000);
    // Only the copying of the rows is done here.
    expect(delay.max / 1e6).toBeLessThan(took / 3);
  });

  it("starts anew after it was closed", async () => {
    await closeBackground();
    expect(await runInBackground("writeCsv", [sheet(1), "en"])).toBeInstanceOf(Uint8Array);
  });
});
