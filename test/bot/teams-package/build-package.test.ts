import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { drawAppIcon } from "../../../bot/pictures/draw-app-icon.ts";
import { buildLocalization } from "../../../bot/teams-package/build-localization.ts";
import { buildManifest } from "../../../bot/teams-package/build-manifest.ts";
import { buildPackage } from "../../../bot/teams-package/build-package.ts";
import { factsOfTest } from "./facts.ts";

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("buildPackage()", () => {
  it("holds manifest, translations and icons, and nothing else", async () => {
    const facts = factsOfTest({ manifestVersion: "1.27" });
    const files = unzipSync(await buildPackage(facts));
    const names = ["manifest.json", "sv.json", "en.json", "color.png", "outline.png"];
    expect(Object.keys(files)).toEqual(names);
    const read = (name: string): unknown => JSON.parse(strFromU8(files[name] as Uint8Array));
    expect(read("manifest.json")).toEqual(buildManifest(facts, "fi"));
    expect(read("sv.json")).toEqual(buildLocalization(facts, "sv"));
    expect(read("en.json")).toEqual(buildLocalization(facts, "en"));
    for (const kind of ["color", "outline"] as const) {
      expect(hashOf(files[`${kind}.png`] as Uint8Array)).toBe(hashOf(await drawAppIcon(kind)));
    }
  });

  it("names in the manifest files that are there", async () => {
    const files = unzipSync(await buildPackage(factsOfTest()));
    const manifest = JSON.parse(strFromU8(files["manifest.json"] as Uint8Array));
    const named = [
      ...Object.values<string>(manifest.icons),
      ...manifest.localizationInfo.additionalLanguages.map(({ file }: { file: string }) => file),
    ];
    expect(named).toHaveLength(4);
    expect(named.filter((file) => !files[file])).toEqual([]);
  });

  it("is the same for the same facts, and another for others", async () => {
    const first = hashOf(await buildPackage(factsOfTest()));
    expect(hashOf(await buildPackage(factsOfTest()))).toBe(first);
    expect(hashOf(await buildPackage(factsOfTest({ appVersion: "1.2.4" })))).not.toBe(first);
  });
});
