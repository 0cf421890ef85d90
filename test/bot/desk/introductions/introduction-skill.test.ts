import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readIntroductionWords } from "../../../../bot/desk/introductions/read-introduction-words.ts";
import { INTRODUCTION_TEXTS } from "../../../../bot/desk/introductions/texts.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import {
  createIntroductionDesk,
  hideCompany,
  type IntroductionDesk,
  OTHER_SECRETS,
  targetOf,
} from "../../../support/introductions.ts";
import { openOwnKnowledge } from "../../../support/own-index.ts";

let view: KnowledgeView;
let desk: IntroductionDesk;
const happenings: string[] = [];

beforeAll(async () => {
  view = hideCompany(await openOwnKnowledge());
});
beforeEach(() => {
  happenings.length = 0;
  desk = createIntroductionDesk(view, {
    noteHappening: (kind, { language }) => {
      happenings.push(`${kind} ${language}`);
    },
  });
});

const ASKED = {
  en: "Who could use our zinc residue, 4 321 t, in Kokkola? It is solid and not hazardous.",
  fi: "Kuka voisi hyödyntää lentotuhkaamme Kokkolassa, 4 321 t? Se on kiinteää eikä vaarallista.",
  sv: "Vem kan använda vår zinkrest i Karleby, 4 321 t? Den är fast och inte farlig.",
} as const;
const countOf = async (table: string) =>
  Number((await desk.base.database.prepare(`select count(*) as n from ${table}`).get())?.n);

describe("the offer to introduce", () => {
  it.each(LANGUAGES)(
    "stands in %s in the text and as buttons on the card, and every button is understood",
    async (language) => {
      const answer = await desk.chat.say(ASKED[language]);
      const texts = INTRODUCTION_TEXTS[language];
      expect(answer.intent).toBe("partners");
      const buttons = (answer.cards?.[0]?.actions ?? []).map((action) =>
        "data" in action ? String(action.data.say) : "",
      );
      expect(buttons.length).toBeGreaterThanOrEqual(2);
      expect(answer.text).toContain(texts.offer("").slice(0, 20));
      for (const words of buttons) {
        const reply = await desk.chat.say(words);
        expect(reply.language).toBe(language);
        expect(targetOf(reply)).toMatch(/^[\w-]{16}$/);
      }
    },
  );

  it("reveals nothing of a company whose name the asker may not know", async () => {
    const answer = await desk.chat.say(ASKED.en);
    const label = "a company in park Kokkola Industrial Park (non-ferrous metals)";
    expect(answer.cards?.[0]?.actions?.map(({ title }) => title)).toContain(`Introduce us: ${label}`);
    const form = await desk.chat.say(`Introduce us: ${label}`);
    expect(JSON.stringify([answer, form])).not.toMatch(OTHER_SECRETS);
    const again = await desk.chat.say(`Introduce us: ${label}`);
    expect(targetOf(again)).not.toBe(targetOf(form));
  });

  it("is made for streams that are looked for, also where nobody may know whose they are", async () => {
    const answer = await desk.chat.say("We need fly ash in Kokkola, who has it?");
    const titles = answer.cards?.[0]?.actions?.map(({ title }) => title) ?? [];
    expect(titles).toContain("Introduce us: whoever has the stream Fly ash");
    expect(titles).toContain("Introduce us: Metsä Fibre (all mills)");
  });

  it("is not made in a shared conversation or at the command line", async () => {
    const shared = await desk.chat.say(ASKED.en, { isShared: true });
    expect(shared.cards?.[0]?.actions ?? []).toEqual([]);
    const asked = await desk.chat.say(ASKED.en, { channel: "command-line" });
    expect(JSON.stringify(asked)).not.toContain("Introduce us");
    const words = await desk.chat.say("Introduce us to Umicore", { isShared: true });
    expect(words.text).toBe(INTRODUCTION_TEXTS.en.personalOnly);
  });
});

describe("whom words mean", () => {
  it.each([
    ["en", "Introduce us to Umicore", "Umicore Finland Oy"],
    ["en", "Could you put us in touch with Freeport Cobalt?", "Freeport Cobalt Oy"],
    ["fi", "Välitä yhteys yritykseen Umicore", "Umicore Finland Oy"],
    ["sv", "Kan du förmedla kontakt till Umicore Finland?", "Umicore Finland Oy"],
  ] as const)("is found in %s by name: %s", async (_, words, name) => {
    const reply = await desk.chat.say(words);
    expect(reply.text).toContain(name);
    expect(targetOf(reply)).toBeDefined();
  });

  it("is asked where several fit, and nobody is found by a hidden name", async () => {
    const several = await desk.chat.say("Introduce us to Outokumpu");
    expect(several.suggestions.map(({ text }) => text)).toContain("Introduce us: Outokumpu Kemi mine");
    const hidden = await desk.chat.say("Introduce us to Salakka Metals");
    expect(hidden.cards ?? []).toEqual([]);
    expect(hidden.text).not.toContain("Metals");
  });

  it.each([
    ["en", "how do I contact the first one?"],
    ["en", "I'd like to contact the first company"],
    ["en", "What are the contact details of the first one?"],
    ["fi", "miten otan yhteyttä ensimmäiseen?"],
    ["fi", "ensimmäisen yhteystiedot?"],
    ["sv", "hur får jag kontakt med den första?"],
    ["sv", "jag vill kontakta det första företaget"],
  ] as const)("is the first that was suggested, in %s: %s", async (language, words) => {
    const answer = await desk.chat.say(ASKED[language]);
    const [first] = answer.partners?.companies ?? [];
    const reply = await desk.chat.say(words);
    expect(reply.text).toContain(first?.name);
    expect(targetOf(reply)).toBeDefined();
  });

  it.each([
    ["en", "How can we reach them?"],
    ["en", "Who should I contact?"],
    ["fi", "Kehen otan yhteyttä?"],
    ["fi", "Niiden yhteystiedot?"],
    ["sv", "Hur kontaktar vi dem?"],
    ["sv", "Vem ska jag kontakta?"],
  ] as const)("is asked in %s where all that were suggested are meant: %s", async (language, words) => {
    await desk.chat.say(ASKED[language]);
    const reply = await desk.chat.say(words);
    expect(reply.suggestions.length).toBeGreaterThanOrEqual(2);
    expect(reply.suggestions[0]?.text).toContain(INTRODUCTION_TEXTS[language].introduceButton("").trim());
  });

  it.each([
    ["en", "How do I contact Kokkola Industrial Park?"],
    ["fi", "Mitkä ovat Kokkola Industrial Parkin yhteystiedot?"],
    ["sv", "Vem är kontaktperson för Kokkola Industrial Park?"],
    ["sv", "Hur kontaktar jag Kokkola Industrial Park?"],
  ] as const)("is a park where one is named behind suggestions, in %s: %s", async (language, words) => {
    await desk.chat.say(ASKED[language]);
    const reply = await desk.chat.say(words);
    expect(reply.text).toContain("Hylkilä");
  });

  it.each([
    "how do I contact the first one?",
    "Kehen otan yhteyttä?",
    "Hur kontaktar vi dem?",
    "Vem är kontaktperson för ECO3?",
  ])("is nobody where nothing was suggested: %s", async (words) => {
    const reply = await desk.chat.say(words);
    expect(reply.cards ?? []).toEqual([]);
    expect(JSON.stringify(reply.suggestions)).not.toMatch(/Introduce us|Välitä yhteys|Förmedla kontakt/);
  });

  it.each([
    ["sv", "Hur kan vi använda den första?"],
    ["sv", "Hur får vi tillstånd för den andra?"],
    ["en", "How do we use the first one?"],
    ["fi", "Miten saan luvan ensimmäiseen?"],
  ] as const)(
    "is nobody where something else is asked of a suggestion, in %s: %s",
    async (language, words) => {
      await desk.chat.say(ASKED[language]);
      const reply = await desk.chat.say(words);
      expect(JSON.stringify(reply.cards ?? [])).not.toContain('"form":"introduction"');
    },
  );

  it.each([
    "Connect us with a person",
    "Haluan puhua ihmisen kanssa",
    "Who introduced the law?",
    "Mitä yhteystietoja ECO3:lla on?",
  ])("is nobody in: %s", (words) => {
    for (const language of LANGUAGES) expect(readIntroductionWords(words, language)).toBeUndefined();
  });
});

describe("the form of a request", () => {
  it("explains what happens, is filled in from the search, and ticks nothing beforehand", async () => {
    await desk.chat.say(ASKED.en);
    const form = await desk.chat.say("Introduce us: Umicore Finland Oy");
    expect(form.text).toContain(INTRODUCTION_TEXTS.en.explain.coordinator);
    expect(form.text).toContain(INTRODUCTION_TEXTS.en.explain.confidential);
    const inputs = Object.fromEntries(
      (form.cards?.[0]?.body ?? [])
        .filter(({ type }) => type.startsWith("Input."))
        .map((input) => [input.id, input.value]),
    );
    expect(inputs).toMatchObject({ amount: "4,321 t", name: "Aino", allowed: undefined, consent: undefined });
    expect(String(inputs.stream)).toMatch(/zinc/i);
    expect(JSON.stringify(inputs)).not.toContain("umicore-finland");
  });

  it.each(LANGUAGES)("becomes a request in %s, once, and is counted", async (language) => {
    await desk.chat.say(ASKED[language]);
    const form = await desk.chat.say(INTRODUCTION_TEXTS[language].say.introduce("Umicore Finland Oy"));
    const sent = await desk.send(form);
    expect(sent.language).toBe(language);
    expect(sent.text).toContain(INTRODUCTION_TEXTS[language].sent({ id: 1, label: "Umicore Finland Oy" }));
    const again = await desk.send(form);
    expect(again.text).toContain(
      INTRODUCTION_TEXTS[language].alreadySent({ id: 1, label: "Umicore Finland Oy" }),
    );
    expect(await countOf("introduction")).toBe(1);
    expect(happenings).toEqual([`introduction.asked ${language}`]);
    expect(await desk.base.audit.list({ action: "introduction.ask" })).toHaveLength(1);
  });

  it.each([
    [{ consent: "" }, INTRODUCTION_TEXTS.en.faults.consent],
    [{ name: "" }, INTRODUCTION_TEXTS.en.faults.name],
    [{ company: "" }, INTRODUCTION_TEXTS.en.faults.company],
    [{ contact: "call me" }, INTRODUCTION_TEXTS.en.faults.contact],
    [{ message: "x".repeat(1001) }, INTRODUCTION_TEXTS.en.faults.message],
  ])("is shown again with what is missing: %j", async (changes, words) => {
    const form = await desk.chat.say("Introduce us to Umicore");
    const reply = await desk.send(form, changes as Record<string, string>);
    expect(reply.text).toContain(words);
    expect(targetOf(reply)).toBe(targetOf(form));
    expect(await countOf("introduction")).toBe(0);
  });

  it("takes no id that was not given to this conversation", async () => {
    const form = await desk.chat.say("Introduce us to Umicore");
    for (const target of ["umicore-finland", "boliden-kokkola", "x".repeat(16), ""])
      expect((await desk.send(form, { target })).text).toBe(INTRODUCTION_TEXTS.en.outdated);
    const other = await desk.chat.say(
      {
        form: "introduction",
        target: targetOf(form),
        company: "a",
        name: "b",
        contact: "1234567",
        consent: "yes",
      },
      { conversationId: "msteams:b" },
    );
    expect(other.text).toBe(INTRODUCTION_TEXTS.en.outdated);
    expect(await countOf("introduction")).toBe(0);
  });

  it("is refused beyond five open requests", async () => {
    for (let at = 0; at < 5; at += 1) await desk.send(await desk.chat.say("Introduce us to Umicore"));
    const reply = await desk.send(await desk.chat.say("Introduce us to Umicore"));
    expect(reply.text).toBe(INTRODUCTION_TEXTS.en.tooMany(5));
  });

  it("is refused when the company has gone meanwhile", async () => {
    const form = await desk.chat.say("Introduce us to Umicore");
    desk.learn(closeUmicore());
    expect((await desk.send(form)).text).toContain(INTRODUCTION_TEXTS.en.gone);
  });
});

function closeUmicore(): KnowledgeView {
  const { companies = [] } = view.index.tables;
  const index = {
    ...view.index,
    tables: { ...view.index.tables, companies: companies.filter(({ id }) => id !== "umicore-finland") },
  };
  return new (view.constructor as new (index: KnowledgeView["index"]) => KnowledgeView)(
    index as KnowledgeView["index"],
  );
}

describe("requests of a conversation", () => {
  it.each([
    ["en", "my introductions", "withdraw introduction 1", "is withdrawn", "closed already"],
    ["fi", "omat yhteyspyynnöt", "peru yhteyspyyntö 1", "on peruttu", "on jo päättynyt"],
    ["sv", "mina kontaktförfrågningar", "återkalla kontaktförfrågan 1", "är återkallad", "redan avslutad"],
  ] as const)("are listed and withdrawn in %s", async (language, list, withdraw, withdrawn, closed) => {
    await desk.send(await desk.chat.say(INTRODUCTION_TEXTS[language].say.introduce("Umicore Finland Oy")));
    const listed = await desk.chat.say(list);
    expect(listed.text).toContain("**1** Umicore Finland Oy");
    expect(listed.text).toContain(INTRODUCTION_TEXTS[language].states.asked);
    expect((await desk.chat.say(withdraw, { conversationId: "msteams:b" })).text).not.toContain(withdrawn);
    expect((await desk.chat.say(withdraw)).text).toContain(withdrawn);
    expect((await desk.chat.say(withdraw)).text).toContain(closed);
  });
});
