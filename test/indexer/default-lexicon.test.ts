import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readLexicon } from "../../indexer/default-lexicon.ts";
import type { LexiconData } from "../../indexer/lexicon/lexicon.ts";
import type { PreviousVersion } from "../../indexer/manifest.ts";
import { VERSION_FILES } from "../../indexer/version-files.ts";
import { writePart } from "../../indexer/version-part.ts";
import { readKnowledge } from "../../knowledge/read-knowledge.ts";
import type { Tables } from "../../knowledge/read-table.ts";
import { makeFolder } from "../support/temporary-folder.ts";

let places: Tables["places"] = [];
let built: LexiconData;
let plain: LexiconData;

beforeAll(async () => {
  plain = await readLexicon({});
  const { tables } = await readKnowledge("knowledge");
  places = [{ ...(tables.places?.[0] as Tables["places"][number]), id: "lexicon-test-town" }];
  built = await readLexicon({ places });
});

// The lexicon read last is kept: before each test it is another one.
beforeEach(async () => {
  await readLexicon({}, await versionWith(plain));
});

async function versionWith(lexicon: LexiconData): Promise<PreviousVersion> {
  const folder = await makeFolder();
  const part = await writePart(folder, VERSION_FILES.lexicon, JSON.stringify(lexicon));
  return { folder, manifest: { parts: Object.fromEntries([part]) } as PreviousVersion["manifest"] };
}

describe("readLexicon()", () => {
  it("takes over the lexicon of a version that was built from the same tables and rules", async () => {
    const previous = await versionWith({ ...built, version: "taken-over" });
    expect(await readLexicon({ places }, previous)).toEqual({ ...built, version: "taken-over" });
  });

  it.each<[string, (lexicon: LexiconData) => Promise<PreviousVersion>]>([
    ["of other tables or rules", (lexicon) => versionWith({ ...lexicon, version: "other", origin: "other" })],
    [
      "of an earlier form",
      ({ origin: _origin, ...lexicon }) => versionWith({ ...lexicon, version: "other" }),
    ],
    [
      "that is damaged",
      async (lexicon) => {
        const previous = await versionWith({ ...lexicon, version: "other" });
        await writePart(previous.folder, VERSION_FILES.lexicon, "{}");
        return previous;
      },
    ],
  ])("builds it anew beside one %s", async (_, write) => {
    expect(await readLexicon({ places }, await write(built))).toEqual(built);
  });
});
