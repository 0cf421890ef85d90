import { beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeView } from "../../../bot/knowledge-view.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import { openOwnKnowledge, ownIndexFolder } from "../../support/own-index.ts";
import { makeReply } from "../../support/replies.ts";
import { makeFolder } from "../../support/temporary-folder.ts";
import { judge, type PartnerQuestion, runPartnerQuestions } from "./run-partner-questions.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

const QUESTION: PartnerQuestion = {
  id: "x",
  language: "en",
  question: "Who?",
  direction: "give",
  classes: ["biogas", "cement and lime"],
};
const industries = (...classes: string[]) => ({
  companies: [],
  industries: classes.map((name) => ({ class: name, label: name, score: 1, reasons: [], obstacles: [] })),
});
const verdict = (reply: Partial<Reply>, question: Partial<PartnerQuestion> = {}) =>
  judge({ ...QUESTION, ...question }, { reply: makeReply(reply), view });

describe("judge()", () => {
  it("is right when one expected class is among the first five", () => {
    expect(verdict({ partners: industries("a", "b", "c", "d", "biogas") })).toMatchObject({
      isRight: true,
      reason: "",
    });
    const sixth = verdict({ partners: industries("a", "b", "c", "d", "e", "biogas") });
    expect(sixth.isRight).toBe(false);
    expect(sixth.reason).toBe("expected biogas / cement and lime, got a, b, c, d, e");
  });

  it("is wrong without partners and in another language", () => {
    expect(verdict({}).isRight).toBe(false);
    expect(verdict({ partners: industries("biogas"), language: "sv" }).isRight).toBe(false);
  });

  it("asks a need for a stream of one of the wanted materials, by name or category", () => {
    const partners = industries("biogas");
    const streams = [{ id: "SS007", name: "Fly ash" }];
    expect(verdict({ partners, streams }, { materials: ["whey", "fly ash"] }).isRight).toBe(true);
    expect(verdict({ partners, streams }, { materials: ["whey"] }).isRight).toBe(false);
    expect(verdict({ partners, streams: [] }, { materials: ["ash"] }).isRight).toBe(false);
    expect(verdict({ partners }, { materials: [] }).isRight).toBe(true);
  });
});

describe("runPartnerQuestions()", () => {
  it("asks each question alone and shares the figures out by language and direction", async () => {
    const lines: PartnerQuestion[] = [
      { ...QUESTION, id: "1", question: "Who could use our fly ash?" },
      {
        ...QUESTION,
        id: "2",
        language: "fi",
        question: "Kuka voisi hyödyntää lentotuhkaamme?",
        classes: ["no"],
      },
    ];
    const folder = await makeFolder({ "set.jsonl": lines.map((line) => JSON.stringify(line)).join("\n") });
    const printed = await runPartnerQuestions({
      file: `${folder}/set.jsonl`,
      index: await ownIndexFolder(),
      knowledge: undefined,
      isJson: true,
      isVerbose: true,
    });
    expect(JSON.parse(printed)).toMatchObject({ right: 0.5, en: 1, fi: 0, sv: 0, give: 0.5, questions: 2 });
    expect(JSON.parse(printed).misses).toHaveLength(1);
  });
});
