import { expect, it } from "vitest";
import { parseIndexConfig } from "../../indexer/config.ts";

const defaults = { knowledge: "knowledge", out: "data/index" };

it("parseIndexConfig() takes the defaults and what the command line says instead", () => {
  expect(parseIndexConfig([], defaults)).toEqual({
    knowledgeFolder: "knowledge",
    indexFolder: "data/index",
    isForced: false,
  });
  expect(parseIndexConfig(["--knowledge", "my docs", "--out=x", "--force"], defaults)).toEqual({
    knowledgeFolder: "my docs",
    indexFolder: "x",
    isForced: true,
  });
});

it("parseIndexConfig() refuses unknown options, stray words and empty folders", () => {
  expect(() => parseIndexConfig(["--nowledge", "x"], defaults)).toThrow("--nowledge");
  expect(() => parseIndexConfig(["docs"], defaults)).toThrow("docs");
  expect(() => parseIndexConfig(["--out", ""], defaults)).toThrow("must name a folder");
});
