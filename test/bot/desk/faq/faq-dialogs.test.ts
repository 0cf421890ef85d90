import { describe, expect, test } from "vitest";
import type { DialogAnswer, DialogRequest } from "../../../../bot/desk/dialogs/dialog.ts";
import type { AdaptiveCard, CardElement } from "../../../../bot/reply/adaptive-card.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { createTestFaqDesk, draftWith, type TestFaqDesk } from "../../../support/faq-desk.ts";

const { kaisa, erik } = PEOPLE;

function cardOf(answer: DialogAnswer): AdaptiveCard {
  if (answer.kind !== "card") throw new Error(`Expected a card, got "${answer.text}"`);
  return answer.card;
}

/** Somebody in Teams: opens a dialog, fills in fields and presses buttons of the card that is shown. */
function person(faq: TestFaqDesk, name: string, request: Partial<DialogRequest> = {}) {
  const dialog = faq.dialogs?.find((one) => one.name === name);
  if (dialog === undefined) throw new Error(`There is no dialog "${name}"`);
  const base: DialogRequest = {
    actor: erik,
    language: "en",
    conversationId: "teams:c",
    fields: {},
    ...request,
  };
  let answer: DialogAnswer = { kind: "message", text: "" };
  return {
    async open(fields: Record<string, string> = {}) {
      answer = await dialog.open({ ...base, fields });
      return answer;
    },
    /** Presses the button of a title; inputs that nobody fills come back as they are, empty ones not at all. */
    async press(title: string, filled: Record<string, string> = {}) {
      const card = cardOf(answer);
      const action = card.actions?.find((one) => one.title.startsWith(title));
      if (action?.type !== "Action.Submit") throw new Error(`There is no button "${title}"`);
      const inputs = card.body.flatMap((element): [string, string][] =>
        element.type.startsWith("Input.") ? [[String(element.id), String(element.value ?? "")]] : [],
      );
      const fields = Object.entries({ ...Object.fromEntries(inputs), ...filled }).filter(
        ([, value]) => value !== "",
      );
      const data = action.data as Record<string, string>;
      answer = await dialog.submit({ ...base, fields: { ...data, ...Object.fromEntries(fields) } });
      return answer;
    },
    valueOf: (id: string) => cardOf(answer).body.find((element) => element.id === id)?.value,
    words: () => wordsOf(cardOf(answer).body),
  };
}

function wordsOf(body: readonly CardElement[]): string {
  return body.map(({ text }) => String(text ?? "")).join("\n");
}

describe("faq.new", () => {
  test("is written one language at a time; changing the language loses nothing", async () => {
    const faq = await createTestFaqDesk();
    const someone = person(faq, "faq.new");
    await someone.open();
    await someone.press("Finnish", {
      question_en: "Where is the sauna?",
      answer_en: "At the shore.",
      tags: "sauna",
    });
    expect(someone.valueOf("tags")).toBe("sauna");
    await someone.press("English", { question_fi: "Missä sauna on?", answer_fi: "Rannassa." });
    expect(someone.valueOf("answer_en")).toBe("At the shore.");
    const answer = await someone.press("Save");
    expect(answer).toEqual({ kind: "message", text: "Saved and in use: Where is the sauna?" });
    const item = (await faq.desk.list()).find(({ origin }) => origin === "desk");
    expect(item?.content).toMatchObject({
      texts: { fi: { answer: "Rannassa." }, en: { answer: "At the shore." }, sv: { answer: "" } },
      tags: ["sauna"],
    });
    expect(item?.changedBy).toEqual({ id: "teams:t/erik", name: "Erik" });
  });

  test("is filled from a ticket; faults and near entries stand on the card with what was written", async () => {
    const written: string[] = [];
    const faq = await createTestFaqDesk({
      prefill: async () => ({ question_fi: "Milloin Harbour Parkin portti on auki?", answer_fi: "Aina." }),
      onWritten: async (from) => {
        written.push(from);
      },
    });
    const someone = person(faq, "faq.new", { language: "fi" });
    await someone.open({ from: "ticket:12" });
    expect(someone.valueOf("question_fi")).toBe("Milloin Harbour Parkin portti on auki?");
    await someone.press("Tallenna", { validUntil: "huomenna" });
    expect(someone.words()).toContain("Voimassa asti: täytyy olla päivä muodossa 2027-12-31");
    expect(someone.valueOf("validUntil")).toBe("huomenna");
    await someone.press("Tallenna", { validUntil: "2027-12-31" });
    expect(someone.words()).toContain("Lähes samaa on jo kysytty");
    expect(await someone.press("Tallenna silti")).toMatchObject({ kind: "message" });
    expect(written).toEqual(["ticket:12"]);
  });
});

describe("faq.edit", () => {
  test("looks for the entry, shows it and saves; emptied fields are emptied", async () => {
    const faq = await createTestFaqDesk();
    await faq.desk.add({ draft: draftWith({ tags: "sauna" }), actor: kaisa });
    const someone = person(faq, "faq.edit", { language: "fi" });
    await someone.open();
    await someone.press("Hae", { search: "satamatoimistosta" });
    expect(cardOf(await someone.press("Hae", { search: "mitään tällaista ei ole" })).actions).toHaveLength(1);
    await someone.press("Hae", { search: "sauna" });
    await someone.press("Avaa", { chosen: "harbour-parkin-sauna-varataan" });
    expect(someone.valueOf("answer_fi")).toBe("Sauna varataan satamatoimistosta numerosta 123 4567.");
    await someone.press("Tallenna", { tags: "" });
    expect((await faq.desk.find("harbour-parkin-sauna-varataan"))?.content.tags).toEqual([]);
  });

  test("a conflict shows both versions on the card, and saving again keeps both changes", async () => {
    const faq = await createTestFaqDesk();
    const [first, second] = [person(faq, "faq.edit", { actor: kaisa }), person(faq, "faq.edit")];
    await first.open({ id: "gate-hours" });
    await second.open({ id: "gate-hours" });
    await first.press("Swedish", { answer_en: "From seven." });
    await first.press("Save", { answer_sv: "Från sju." });
    await second.press("Save", { answer_en: "From five.", tags: "gate" });
    expect(second.words()).toContain("Kaisa saved a change while you were writing");
    expect(second.words()).toContain("From seven.");
    expect(second.valueOf("answer_en")).toBe("From five.");
    await second.press("Save");
    const { content } = (await faq.desk.find("gate-hours")) ?? {};
    expect(content).toMatchObject({
      texts: { en: { answer: "From five." }, sv: { answer: "Från sju." } },
      tags: ["gate"],
    });
  });

  test("says so when the entry is not there", async () => {
    const faq = await createTestFaqDesk();
    expect(await person(faq, "faq.edit").open({ id: "nothing" })).toEqual({
      kind: "message",
      text: "The entry is no longer there.",
    });
  });
});

describe("faq.retire and faq.restore", () => {
  test("show the entry before they do anything, and notice a change in between", async () => {
    const faq = await createTestFaqDesk();
    const someone = person(faq, "faq.retire");
    await someone.open();
    await someone.press("Open", { chosen: "gate-hours" });
    expect(someone.words()).toContain("The gate of Harbour Park is open from 6 to 22.");
    const item = await faq.desk.find("gate-hours");
    const { draftOf } = await import("../../../../bot/desk/faq/faq-draft.ts");
    if (item === undefined) throw new Error("There is no gate");
    const draft = { ...draftOf(item.content), tags: "gate" };
    await faq.desk.edit({ id: "gate-hours", token: item.token, draft, actor: kaisa });
    await someone.press("Retire");
    expect(someone.words()).toContain("Kaisa changed this entry meanwhile");
    expect(await someone.press("Retire")).toMatchObject({ kind: "message" });
    expect((await faq.desk.find("gate-hours"))?.state).toBe("retired");
    const other = person(faq, "faq.restore");
    await other.open({ id: "gate-hours" });
    await other.press("Restore");
    expect((await faq.desk.find("gate-hours"))?.state).toBe("live");
  });
});

test.each(LANGUAGES)("every window opens in %s with a card that is small enough", async (language) => {
  const faq = await createTestFaqDesk();
  for (const { name } of faq.dialogs ?? []) {
    const card = cardOf(await person(faq, name, { language }).open({ id: "gate-hours" }));
    const json = JSON.stringify(card);
    expect(json).not.toMatch(/undefined|Action\.Execute|"Table"/);
    expect(json.length).toBeLessThan(20_000);
  }
});
