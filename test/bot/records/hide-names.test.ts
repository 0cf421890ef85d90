import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { hideNames } from "../../../bot/records/hide-names.ts";
import { LANGUAGES, type Reader } from "../../../knowledge/languages.ts";
import { GUARDED_KNOWLEDGE } from "../../support/guarded-knowledge.ts";
import { askFiles } from "../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  ({ view } = await askFiles(GUARDED_KNOWLEDGE));
}, 120_000);

describe("hideNames()", () => {
  it("makes an unknown word of a hidden park's name and leaves the rest", () => {
    for (const language of LANGUAGES) {
      const hide = (text: string, reader: Reader) => hideNames(text, { view, reader, language });
      expect(hide("Ash of Zephyr Park, Kajaani", "public")).toBe("Ash of øøøøø Park, Kajaani");
      expect(hide("Ash of Zephyr Park, Kajaani", "member")).toBe("Ash of Zephyr Park, Kajaani");
      expect(hide("Quagga Park", "member")).toBe("øøøøø Park");
      expect(hide("Quagga Park", "coordinator")).toBe("Quagga Park");
      expect(hide("Harbour Park", "public")).toBe("Harbour Park");
    }
  });
});
