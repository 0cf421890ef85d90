import { describe, expect, it } from "vitest";
import type { Reader } from "../../../../knowledge/languages.ts";
import { askFiles } from "../../../support/own-index.ts";
import { partnerFiles, streamRow } from "../../../support/partner-knowledge.ts";

describe("a use that the reader may not see", () => {
  it("takes part in no suggestion below its rank", async () => {
    const files = partnerFiles({ streams: [streamRow({ id: "SS901" })] });
    const header = files["uses.csv"]?.split("\n")[0];
    const use = (visibility: Reader) =>
      `${header}\nfly-ash,,biogas,35,zephyr digestion,zephyr-mädätys,zephyrrötning,0,0,general practice,,,${visibility}\n`;
    const hidden = await askFiles({
      ...files,
      "uses.csv": use("member"),
    });
    const question = "Who could use our fly ash, 500 t in Kajaani?";
    const reply = await hidden.ask(question);
    expect(reply.partners?.industries).toEqual([]);
    expect(JSON.stringify(reply)).not.toMatch(/zephyr/i);
    const seen = await hidden.ask(question, { reader: "member" });
    expect(seen.partners?.industries[0]?.reasons[0]).toBe("zephyr digestion");
    const taken = "We run a biogas plant, which side streams could we take?";
    const needs = await hidden.ask(taken);
    expect(needs.streams).toEqual([]);
    expect(needs.partners?.industries.map(({ reasons }) => reasons)).toEqual([[]]);
    const known = await hidden.ask(taken, { reader: "member" });
    expect(known.streams?.map(({ id }) => id)).toEqual(["SS901"]);
    expect(known.partners?.industries[0]?.reasons).toEqual(["fly ash"]);
  });
});
