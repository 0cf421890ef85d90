import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import { askFiles, ownIndexFolder } from "../../support/own-index.ts";
import { partnerFiles, streamRow } from "../../support/partner-knowledge.ts";
import { makeFolder } from "../../support/temporary-folder.ts";
import { measure, runExchanges } from "./run-exchanges.ts";
import { runPairs } from "./run-pairs.ts";

/** Fly ash goes to cement works by two documented cases and to roads by practice; whey to feed by one case. */
const USES = [
  "fly-ash,,cement and lime,23,cement,sementti,cement,2,2,documented exchanges,,,public",
  'fly-ash,,"civil engineering, roads and aggregates",42,roads,tiet,vägar,0,0,general practice,,,public',
  "whey,,animal feed and livestock,10,feed,rehu,foder,1,1,documented exchanges,,,public",
];

let view: KnowledgeView;
beforeAll(async () => {
  const files = partnerFiles({ streams: [streamRow({ id: "SS901" })] });
  const header = files["uses.csv"]?.split("\n")[0];
  view = (await askFiles({ ...files, "uses.csv": `${[header, ...USES].join("\n")}\n` })).view;
});

const exchange = (place: string, fields: { stream?: string; category?: string; receiver?: string } = {}) => {
  const { stream = "fly ash", category = stream, receiver = "cement and lime" } = fields;
  return { place, stream, stream_category: category, ewc_code: "", receiver_class: receiver };
};
const whey = (place: string) => exchange(place, { stream: "whey", receiver: "animal feed and livestock" });

describe("measure()", () => {
  it("leaves a place's own cases out, and only those", () => {
    // Each place has one of the two cases, so that the other's is left: firmer than practice or not, it is ranked.
    const two = measure([exchange("A"), exchange("B")], view).figures;
    expect(two).toMatchObject({ queries: 2, "hit@5": 1 });
    // Both cases are of one place: nothing documented is left, and roads alone are named.
    const { figures, misses } = measure([exchange("A"), exchange("A")], view);
    expect(figures).toMatchObject({ "hit@1": 0, "hit@5": 0, mrr: 0, queries: 2 });
    expect(misses[0]).toContain("rank none; first civil engineering, roads and aggregates");
    // The only case of whey is its own.
    expect(measure([whey("C")], view).figures["hit@5"]).toBe(0);
    expect(measure([exchange("A"), whey("A")], view).figures["hit@5"]).toBe(0.5);
  });

  it("means the ranks of the classes", () => {
    const road = exchange("D", { receiver: "civil engineering, roads and aggregates" });
    // Fly ash: cement works first (two cases), roads second: 1, 1/2 and nothing.
    const first = exchange("E");
    const none = exchange("F", { receiver: "biogas" });
    const ranking = view.partners.rankIndustries({ stuff: view.partners.readStuff("fly ash", "en") });
    const rankOf = (name: string) => ranking.findIndex(({ receiverClass }) => receiverClass === name) + 1;
    const ranks = [rankOf(road.receiver_class), rankOf(first.receiver_class)].sort();
    expect(ranks).toEqual([1, 2]);
    const { figures } = measure([road, none], view);
    expect(figures.mrr).toBeCloseTo(1 / rankOf(road.receiver_class) / 2, 3);
    expect(figures["hit@5"]).toBe(0.5);
  });

  it("tells the streams apart whose category no other place has", () => {
    const { figures } = measure([exchange("A"), exchange("B"), whey("A")], view);
    expect(figures.absentCategory).toEqual({ "hit@5": 0, queries: 1 });
    const same = measure([whey("A"), whey("A")], view).figures;
    expect(same.absentCategory.queries).toBe(2);
  });

  it("has figures for nothing", () => {
    expect(measure([], view).figures).toMatchObject({ "hit@1": 0, mrr: 0, queries: 0 });
  });
});

describe("runExchanges() and runPairs()", () => {
  it("read their files and print figures", async () => {
    const index = await ownIndexFolder();
    const folder = await makeFolder({
      "exchanges.csv":
        "id,place,stream,stream_category,ewc_code,receiver_class\nX1,Nowhere,fly ash,ash,10 01 02,cement and lime\n",
      "pairs.csv": "stream,receiver,label\nfly ash,cement works,1\nfly ash,dairy,0\n",
    });
    const options = { index, knowledge: undefined, isJson: true };
    const exchanges = await runExchanges({ ...options, file: `${folder}/exchanges.csv`, isVerbose: false });
    expect(JSON.parse(exchanges)).toMatchObject({ "hit@1": 1, mrr: 1, queries: 1 });
    const scored = await runPairs({ ...options, file: `${folder}/pairs.csv` });
    expect(JSON.parse(scored)).toMatchObject({ auc: 1, bestF1: 1, pairs: 2, positives: 1 });
  });

  it("name a file or line that they cannot read", async () => {
    const folder = await makeFolder({
      "exchanges.csv": "place,stream\nNowhere,fly ash\n",
      "pairs.csv": "stream,receiver,label\nfly ash,cement works,1\nfly ash,dairy,maybe\n",
    });
    const options = { index: "nowhere", knowledge: undefined, isJson: true, isVerbose: false };
    await expect(runExchanges({ ...options, file: "gone.csv" })).rejects.toThrow('Cannot read "gone.csv"');
    await expect(runPairs({ ...options, file: "gone.csv" })).rejects.toThrow('Cannot read "gone.csv"');
    await expect(runExchanges({ ...options, file: `${folder}/exchanges.csv` })).rejects.toThrow("line 2");
    await expect(runPairs({ ...options, file: `${folder}/pairs.csv` })).rejects.toThrow("line 3");
  });
});
