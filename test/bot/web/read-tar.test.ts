import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readTar } from "../../../bot/web/read-tar.ts";
import { makeTarball } from "../../support/tarball.ts";

const LONG_PATH = `package/${"folder/".repeat(15)}file.js`;
const TARBALL = makeTarball({
  "package/": "",
  "package/a.txt": "first",
  "package/big.txt": "x".repeat(1000),
  [LONG_PATH]: "deep",
});

describe("readTar()", () => {
  test("reads the wanted files and passes over the others", async () => {
    const files = await readTar(TARBALL, ["package/big.txt", LONG_PATH, "package/missing.txt"]);
    expect([...files.keys()]).toEqual(["package/big.txt", LONG_PATH]);
    expect(files.get("package/big.txt")?.length).toBe(1000);
    expect(files.get(LONG_PATH)?.toString()).toBe("deep");
  });

  test("refuses an archive that is cut off", async () => {
    const cut = gzipSync(gunzipSync(TARBALL).subarray(0, 2600));
    await expect(readTar(cut, ["package/big.txt"])).rejects.toThrow(/damaged or cut off/);
  });

  test("refuses what is not gzip", async () => {
    await expect(readTar(Buffer.from("no archive"), [])).rejects.toThrow();
  });
});
