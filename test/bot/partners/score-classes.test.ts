import { describe, expect, it } from "vitest";
import type { Stuff } from "../../../bot/partners/read-stuff.ts";
import { scoreClasses } from "../../../bot/partners/score-classes.ts";
import { makeMaterials, makeUse } from "../../support/materials.ts";

const stuff = (id: string, weight = 1): Stuff => ({ id, weight, start: 0, end: 1 });
const materials = makeMaterials({
  uses: [
    makeUse({ stream_type: "fly-ash", receiver_class: "concrete", cases: 4, waste_codes: ["100102"] }),
    makeUse({ stream_type: "fly-ash", receiver_class: "roads" }),
    makeUse({ stream_type: "ash", receiver_class: "roads" }),
    makeUse({ stream_type: "lime", receiver_class: "farms" }),
  ],
});
const classesOf = (...list: Stuff[]) =>
  scoreClasses(list, { materials }).map(({ receiverClass }) => receiverClass);

describe("scoreClasses()", () => {
  it("ranks by documented use, kind and property, and tells each reason", () => {
    const scored = scoreClasses([stuff("fly-ash")], { materials });
    expect(scored.map(({ receiverClass }) => receiverClass)).toEqual(["concrete", "roads", "farms"]);
    expect(scored.map(({ supports }) => supports.map(({ relation }) => relation))).toEqual([
      ["same"],
      ["same", "broader"],
      ["contains"],
    ]);
    for (const { score, supports } of scored) {
      expect(score + 1e-9).toBeGreaterThanOrEqual(supports[0]?.strength ?? 1);
      expect(score).toBeLessThan(1);
      expect(supports.map(({ strength }) => strength)).toEqual(
        supports.map(({ strength }) => strength).toSorted((a, b) => b - a),
      );
    }
  });

  it("gives more to a further reason, and less to what is less sure to be meant", () => {
    const score = (list: Stuff[], name: string) =>
      scoreClasses(list, { materials }).find(({ receiverClass }) => receiverClass === name)?.score ?? 0;
    expect(score([stuff("fly-ash"), stuff("lime")], "farms")).toBeGreaterThan(
      score([stuff("fly-ash")], "farms"),
    );
    expect(score([stuff("fly-ash", 0.5)], "concrete")).toBeLessThan(score([stuff("fly-ash")], "concrete"));
  });

  it("leaves out food, feed and soil for hazardous stuff", () => {
    const known = makeMaterials({
      uses: [
        makeUse({ stream_type: "sludge", receiver_class: "biogas" }),
        makeUse({ stream_type: "sludge", receiver_class: "cement and lime" }),
      ],
    });
    const classes = (isHazardous: boolean) =>
      scoreClasses([stuff("sludge")], { materials: known, isHazardous }).map(
        ({ receiverClass }) => receiverClass,
      );
    expect(classes(true)).toEqual(["cement and lime"]);
    expect(classes(false)).toHaveLength(2);
  });

  it("names no industry for stuff nobody takes", () => {
    expect(classesOf()).toEqual([]);
    expect(classesOf(stuff("helicopter"))).toEqual([]);
  });

  it("leaves documented cases out where it is told to, down to the last", () => {
    const minus = new Map([["fly-ash|concrete", 4]]);
    expect(
      scoreClasses([stuff("fly-ash")], { materials, minus }).map(({ receiverClass }) => receiverClass),
    ).toEqual(["roads", "farms"]);
    const some = scoreClasses([stuff("fly-ash")], { materials, minus: new Map([["fly-ash|concrete", 3]]) });
    expect(some[0]?.score).toBeLessThan(scoreClasses([stuff("fly-ash")], { materials })[0]?.score ?? 0);
  });

  it("gives more to a use that names the waste code, and says so", () => {
    const scoreFor = (wasteCode?: string) => scoreClasses([stuff("fly-ash")], { materials, wasteCode })[0];
    const [none, group, same] = [scoreFor(), scoreFor("100199"), scoreFor("100102")];
    expect(none?.supports[0]?.hasSameCode).toBeUndefined();
    expect(same?.supports[0]?.hasSameCode).toBe(true);
    expect(same?.score).toBeGreaterThan(group?.score ?? 1);
    expect(group?.score).toBeGreaterThan(none?.score ?? 1);
    expect(scoreFor("190805")?.score).toBe(none?.score);
  });

  it("gives less to stuff in another physical state than usual; powder is solid", () => {
    const scoreFor = (form?: string) => scoreClasses([stuff("fly-ash")], { materials, form })[0];
    expect(scoreFor("liquid")?.supports[0]?.isOtherForm).toBe(true);
    expect(scoreFor("liquid")?.score).toBeLessThan(scoreFor()?.score ?? 0);
    expect(scoreFor("solid")?.score).toBe(scoreFor()?.score);
    expect(scoreFor("solid")?.supports[0]?.isOtherForm).toBeUndefined();
  });
});
