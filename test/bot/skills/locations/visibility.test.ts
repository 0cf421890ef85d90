import { beforeAll, describe, expect, it } from "vitest";
import { READERS } from "../../../../knowledge/languages.ts";
import { GUARDED_KNOWLEDGE, SECRETS } from "../../../support/guarded-knowledge.ts";
import { type Asker, askFiles } from "../../../support/own-index.ts";

const FEATURES = `park,feature,value,unit,detail_en,detail_fi,detail_sv,sources,year,visibility
harbour-park,steam,,,steam for all,höyryä kaikille,ånga åt alla,book,2024,public
harbour-park,steam,7001,MW,zephyr steam,zephyr-höyryä,zephyrånga,book,2024,member
harbour-park,port,,,quagga port,quagga-satama,quaggahamn,book,2024,coordinator
harbour-park,rail,no,,there is no railway,rautatietä ei ole,järnväg finns inte,book,2024,public
`;

let asker: Asker;
beforeAll(async () => {
  asker = await askFiles({ ...GUARDED_KNOWLEDGE, "park-features.csv": FEATURES });
});

const WORDINGS = [
  "We need steam and a port. Where should we locate?",
  "Tarvitsemme höyryä, tuhkaa ja sataman. Mihin kannattaisi sijoittua?",
  "Vi behöver ånga, aska och hamn. Var bör vi etablera oss?",
  "We have ash and need takers for ash next door, and a port. Where should we locate?",
];

describe("advice on where to settle", () => {
  it.each(WORDINGS)("tells a reader nothing above its rank: %s", async (question) => {
    for (const reader of READERS) {
      const { ms: _ms, turnId: _turnId, ...reply } = await asker.ask(question, { reader });
      const told = JSON.stringify(reply);
      if (reader !== "coordinator") expect(told).not.toMatch(SECRETS.coordinator);
      if (reader === "public") expect(told).not.toMatch(SECRETS.member);
    }
  });

  it("counts for a coordinator what it hides from others", async () => {
    const question = "We need a port and steam. Where should we locate?";
    const open = await asker.ask(question);
    const all = await asker.ask(question, { reader: "coordinator" });
    expect(open.parks?.[0]?.missing).toContain("port");
    expect(all.parks?.find(({ id }) => id === "harbour-park")?.missing).not.toContain("port");
  });

  it("says so where a source tells that a thing is not there", async () => {
    const reply = await asker.ask("We need steam and a railway. Where should we locate?");
    const park = reply.parks?.find(({ id }) => id === "harbour-park");
    expect(park?.missing).toContain("railway (not there by the source)");
    expect(reply.text).toContain("1 not met");
  });
});
