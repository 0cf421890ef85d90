import { beforeAll, describe, expect, it } from "vitest";
import type { Reply } from "../../../../bot/reply/reply.ts";
import { PARTNER_TEXTS } from "../../../../bot/skills/partners/texts.ts";
import { LANGUAGES, type Language, READERS, type Reader } from "../../../../knowledge/languages.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { type Asker, askFiles } from "../../../support/own-index.ts";
import { companyRow, exchangeRow, partnerFiles, streamRow } from "../../../support/partner-knowledge.ts";

/** What stands in guarded rows alone, by the rank that may meet it. */
const SECRETS: Record<Exclude<Reader, "public">, RegExp> = {
  member: /zephyr|7[\s,.]?771|1987|vault|SS903/i,
  coordinator: /quagga|9[\s,.]?771|1991|SS904/i,
};

const guarded = (rank: "member" | "coordinator") => {
  const [name, quantity, year] = rank === "member" ? ["Zephyr", 7771, 1987] : ["Quagga", 9771, 1991];
  return {
    company: companyRow({
      id: `${name.toLowerCase()}-oy`,
      name: `${name} Oy`,
      industry_en: `${name} trade`,
      industry_fi: `${name} kauppa`,
      industry_sv: `${name} handel`,
      inputs_en: `fly ash of ${name}`,
      inputs_fi: "lentotuhka",
      inputs_sv: "flygaska",
      status: "planned",
      sources: "vault",
      year,
      visibility: rank,
    }),
    stream: streamRow({
      id: rank === "member" ? "SS903" : "SS904",
      name_en: `${name} fly ash`,
      name_fi: `${name} lentotuhka`,
      name_sv: `${name} flygaska`,
      producer_en: `${name} Works`,
      producer_fi: `${name} Works`,
      producer_sv: `${name} Works`,
      quantity,
      hazardous: "yes",
      sources: "vault",
      year,
      visibility: rank,
    }),
    exchange: exchangeRow({
      id: `${name.toLowerCase()}-exchange`,
      donor: `${name} Works`,
      receiver: `${name} Oy`,
      quantity,
      unit: "t",
      sources: "vault",
      year,
      visibility: rank,
    }),
  };
};
const [MEMBER, COORDINATOR] = [guarded("member"), guarded("coordinator")];

let asker: Asker;
/** The same knowledge without a guarded row. */
let open: Asker;
beforeAll(async () => {
  const openStream = streamRow({
    id: "SS901",
    producer_en: "Pier",
    producer_fi: "Pier",
    producer_sv: "Pier",
  });
  asker = await askFiles(
    partnerFiles({
      companies: [MEMBER.company, COORDINATOR.company],
      streams: [openStream, MEMBER.stream, COORDINATOR.stream],
      exchanges: [MEMBER.exchange, COORDINATOR.exchange],
    }),
  );
  open = await askFiles(partnerFiles({ streams: [openStream] }));
});

const GIVE: Record<Language, string> = {
  fi: "Kuka voisi hyödyntää lentotuhkaamme, 500 t Kajaanissa?",
  sv: "Vem kunde använda vår flygaska, 500 ton i Kajana?",
  en: "Who could use our fly ash, 500 t in Kajaani?",
};
const TAKE: Record<Language, string> = {
  fi: "Valmistamme sementtiä, mitä sivuvirtoja voisimme ottaa vastaan?",
  sv: "Vi tillverkar cement, vilka sidoströmmar kunde vi ta emot?",
  en: "We make cement, which side streams could we take?",
};
/** Everything of a reply: text, citations, data, cards, pictures, what is kept of it. */
const everythingOf = ({ ms: _ms, turnId: _turnId, ...reply }: Reply) => JSON.stringify(reply);

describe.each(LANGUAGES)("companies that the reader may not see, in %s", (language) => {
  const texts = PARTNER_TEXTS[language];

  it("are not there, and the answer is the same as without them", async () => {
    const reply = await asker.ask(GIVE[language]);
    expect(reply.partners?.companies).toEqual([]);
    expect(everythingOf(reply)).not.toMatch(SECRETS.member);
    expect(everythingOf(reply)).not.toMatch(SECRETS.coordinator);
    expect(reply.text).not.toContain(texts.closest);
    expect(reply.text).toBe((await open.ask(GIVE[language])).text);
    expectGrounded(reply);
  });

  it("are there by rank: a member meets its own, a coordinator all", async () => {
    const member = await asker.ask(GIVE[language], { reader: "member" });
    expect(member.text).toContain("**Zephyr Oy**");
    expect(member.text).toContain(texts.planned);
    expect(member.text).toContain(texts.stale(1987));
    expect(member.text).toContain(texts.takes("~").split("~")[0]);
    expect(everythingOf(member)).not.toMatch(SECRETS.coordinator);
    const coordinator = await asker.ask(GIVE[language], { reader: "coordinator" });
    expect(coordinator.text).toContain("**Quagga Oy**");
  });
});

describe.each(LANGUAGES)("streams that the reader may not see, in %s", (language) => {
  it("are suggested to nobody below their rank", async () => {
    const ids: Record<Reader, string[]> = {
      public: ["SS901"],
      member: ["SS901", "SS903"],
      coordinator: ["SS901", "SS903", "SS904"],
    };
    for (const reader of READERS) {
      const reply = await asker.ask(TAKE[language], { reader });
      expect(reply.intent).toBe("partners");
      expect(reply.streams?.map(({ id }) => id).sort(), reader).toEqual(ids[reader]);
      if (reader !== "coordinator") expect(everythingOf(reply)).not.toMatch(SECRETS.coordinator);
      if (reader === "public") expect(everythingOf(reply)).not.toMatch(SECRETS.member);
    }
  });
});

describe("a hidden row named by the asker", () => {
  it.each(["Who could take SS903?", "Kuka ottaisi virran SS903?", "Vem kunde ta SS903?"])(
    "is as unknown as one that does not exist: %s",
    async (question) => {
      const { text, citations, partners, cards, pictures } = await asker.ask(question);
      const told = JSON.stringify([text, citations, partners, cards, pictures]);
      expect(told).not.toMatch(/zephyr|7[\s,.]?771|1987|vault/i);
      const nobodys = await asker.ask(question.replace("SS903", "SS999"));
      expect(text).toBe(nobodys.text.replaceAll("SS999", "SS903"));
      expect(partners).toEqual(nobodys.partners);
    },
  );

  it.each([
    ["Who could use the fly ash of Zephyr?", "The asker's own words name it"],
    ["What could Zephyr take?", "so does this"],
  ])("tells nothing of itself when it is named by producer or name: %s", async (question) => {
    const { text, citations, partners, streams, cards } = await asker.ask(question);
    const told = JSON.stringify([text, citations, partners, streams, cards]);
    expect(told).not.toMatch(/7[\s,.]?771|1987|vault|zephyr (?:oy|works|trade)/i);
  });

  it("is known to those who may see it", async () => {
    const reply = await asker.ask("Who could take SS903?", { reader: "member" });
    expect(reply.text).toContain("Zephyr fly ash");
    expect(reply.text).toContain(PARTNER_TEXTS.en.hazardousYes);
  });
});
