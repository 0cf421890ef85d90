import { beforeAll, expect, test } from "vitest";
import { type Asker, askFiles } from "../support/own-index.ts";

let asker: Asker;
beforeAll(async () => {
  asker = await askFiles({
    "sources.csv":
      "id,title,publisher,url,language,year,note\nbook,Harbour book,Harbour,https://example.org/book,en,2024,\n",
    "faq/en.md":
      "## How do I get into the harbour area?\n- id: gate\n\nAsk the weighbridge for a visitor badge; the weighbridge opens at six. [^book]\n",
  });
}, 60_000);

test("a curated answer is found by the words of the answer too, not by its question alone", async () => {
  const reply = await asker.ask("When does the weighbridge open?");
  expect(reply.refused).toBe(false);
  expect(reply.text).toContain("opens at six");
});
