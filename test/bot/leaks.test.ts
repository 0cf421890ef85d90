import { beforeAll, describe, expect, it } from "vitest";
import { createAnswerTurn } from "../../bot/create-answer-turn.ts";
import type { KnowledgeView } from "../../bot/knowledge-view.ts";
import { RECORD_KINDS, type RecordKind } from "../../bot/records/record-sheet.ts";
import { searchRecords } from "../../bot/records/search-records.ts";
import type { Reply } from "../../bot/reply/reply.ts";
import { createMemoryStore } from "../../bot/understand/memory.ts";
import { LANGUAGES, type Reader } from "../../knowledge/languages.ts";
import { FORGED_FORMS, type LeakAttempt, namedAttempts, plainAttempts } from "../support/leak-attempts.ts";
import { LEAKS, leakKnowledge } from "../support/leak-knowledge.ts";
import { everythingOf, everythingOfRecord } from "../support/leak-outlets.ts";
import { askFiles } from "../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  ({ view } = await askFiles(leakKnowledge()));
}, 120_000);

let conversations = 0;

/** Asks the turns of a conversation and gives every reply. */
async function ask({ turns }: Pick<LeakAttempt, "turns">, reader: Reader): Promise<Reply[]> {
  const answerTurn = createAnswerTurn({
    currentView: () => view.forReader(reader),
    memories: createMemoryStore(),
  });
  const conversationId = `attempt ${conversations++}`;
  const replies: Reply[] = [];
  for (const text of turns)
    replies.push(await answerTurn({ channel: "web-chat", conversationId, text, reader }));
  return replies;
}

async function everythingSaid(attempt: LeakAttempt, reader: Reader): Promise<string> {
  const replies = await ask(attempt, reader);
  return (await Promise.all(replies.map((reply) => everythingOf(reply, view)))).join("\n");
}

/** What of a text is a secret, with the words around it. */
function leaksIn(text: string, leak: RegExp): string[] {
  return [...text.matchAll(new RegExp(leak, "giu"))].map(({ index }) =>
    text.slice(Math.max(0, index - 60), index + 40),
  );
}

const LOWER = ["public", "member"] as const;

/** Names of hidden things, each with one of its kind that nobody has. */
const OKAPI = ["Okapi", "Okavo"] as const;
const QUAGGA = ["Quagga", "Quabba"] as const;
const HIDDEN_NAMES = { public: [OKAPI, QUAGGA, ["Zephyr", "Zephyl"]], member: [OKAPI, QUAGGA] } as const;

/** Puts one name in the place of another, however it is written. */
function renamed(text: string, from: string, to: string): string {
  return text.replaceAll(from, to).replaceAll(from.toLowerCase(), to.toLowerCase());
}

const SEARCHES = [
  "",
  "a",
  "ash",
  "tuhka",
  "zeph",
  "okapi",
  "48317",
  "48 317 t",
  "yli 10000 t tuhka",
  "73,46",
  "sotkamo",
  "xenonite",
  "veera",
  "Uusimaa",
  "park",
];
const HIDDEN_RECORDS: Record<(typeof LOWER)[number], readonly { kind: RecordKind; id: string }[]> = {
  member: [
    { kind: "streams", id: "SS904" },
    { kind: "companies", id: "quagga-oy" },
    { kind: "companies", id: "okapi-oy" },
    { kind: "parks", id: "quagga-park" },
    { kind: "faq", id: "cost-quagga" },
  ],
  public: [
    { kind: "streams", id: "SS903" },
    { kind: "companies", id: "zephyr-oy" },
    { kind: "companies", id: "okapi-oy" },
    { kind: "parks", id: "zephyr-park" },
    { kind: "faq", id: "cost-zephyr" },
  ],
};

/** What a coordinator is told, by the kind of secret. */
const SECRETS_OF = [
  ["a hidden amount", "What is the quantity of SS910?", /48,317/],
  ["a hidden price", "What is the quantity of SS910?", /73\.46/],
  ["a hidden contact", "Who is the contact for SS910?", /Veera Vuori/],
  ["a hidden producer", "Who produces SS911?", /Okapi/],
  ["a hidden composition", "What is the quantity of SS912?", /13\.37/],
  ["a hidden row", "Which side streams arise in Harbour Park?", /Quagga ash/],
  ["a hidden park", "Where is Quagga Park?", /Hanko/],
  ["a hidden guide", "What does the quagga boiler burn?", /bark/],
  ["a hidden exchange", "Who could use our fly ash, 500 t in Kajaani?", /Nandu/],
] as const;

const PLAIN = plainAttempts();

describe.each(LOWER)("tries of a reader who is %s", (reader) => {
  it("are at least 200", () => expect(PLAIN.length).toBeGreaterThanOrEqual(200));

  it.each(LANGUAGES)(
    "bring nothing hidden to light in %s",
    async (language) => {
      for (const attempt of PLAIN.filter((each) => each.language === language)) {
        const said = await everythingSaid(attempt, reader);
        expect(leaksIn(said, LEAKS[reader]), `${attempt.kind}: ${attempt.turns.join(" | ")}`).toEqual([]);
      }
    },
    120_000,
  );

  it.each(HIDDEN_NAMES[reader])(
    "that name %s find no more than one that nobody has: %s",
    async (name, nobody) => {
      const [asked, invented] = [namedAttempts(name), namedAttempts(nobody)];
      for (const [at, attempt] of asked.entries()) {
        const said = await everythingSaid(attempt, reader);
        const instead = await everythingSaid(invented[at] as LeakAttempt, reader);
        expect(said, attempt.turns.join(" | ")).toBe(renamed(instead, nobody, name));
      }
    },
    120_000,
  );

  it("by forged forms bring nothing hidden to light", async () => {
    for (const fields of FORGED_FORMS) {
      for (const preferredLanguage of LANGUAGES) {
        const answerTurn = createAnswerTurn({ currentView: () => view, memories: createMemoryStore() });
        const conversationId = `form ${conversations++}`;
        const form = { kind: "partners" as const, fields };
        const reply = await answerTurn({
          channel: "teams",
          conversationId,
          text: "",
          form,
          reader,
          preferredLanguage,
        });
        expect(leaksIn(await everythingOf(reply, view), LEAKS[reader])).toEqual([]);
      }
    }
  });

  it("find no record, page, card or search result above the rank", async () => {
    for (const kind of RECORD_KINDS) {
      for (const language of LANGUAGES) {
        for (const text of SEARCHES) {
          const found = await searchRecords({ kind, text, count: 100 }, { view, reader, language });
          expect(leaksIn(JSON.stringify(found), LEAKS[reader]), `${kind} ${text}`).toEqual([]);
        }
      }
      const { results } = await searchRecords(
        { kind, text: "", count: 100 },
        { view, reader, language: "en" },
      );
      for (const { id } of results) {
        const shown = everythingOfRecord({ kind, id }, { view, reader });
        expect(shown, `${kind}/${id}`).not.toBe("");
        expect(leaksIn(shown, LEAKS[reader]), `${kind}/${id}`).toEqual([]);
      }
    }
    for (const record of HIDDEN_RECORDS[reader])
      expect(everythingOfRecord(record, { view, reader })).toBe("");
  });
});

describe("the same tries of a coordinator", () => {
  it("bring most of the secrets to light, so that the tries are worth their name", async () => {
    const found: Record<string, number> = {};
    const all: Record<string, number> = {};
    for (const attempt of PLAIN) {
      const said = await everythingSaid(attempt, "coordinator");
      all[attempt.kind] = (all[attempt.kind] ?? 0) + 1;
      found[attempt.kind] = (found[attempt.kind] ?? 0) + (LEAKS.public.test(said) ? 1 : 0);
    }
    const shares = Object.keys(all).map((kind) => [kind, (found[kind] ?? 0) / (all[kind] ?? 1)] as const);
    for (const [kind, share] of shares) expect(share, kind).toBeGreaterThan(kind === "refusals" ? 0.2 : 0.4);
    expect(Object.fromEntries(shares).direct).toBeGreaterThan(0.85);
  }, 120_000);

  it.each(SECRETS_OF)("show %s", async (_, question, secret) => {
    const [reply] = await ask({ turns: [question] }, "coordinator");
    expect(JSON.stringify(reply)).toMatch(secret);
  });
});

describe("what stands in the place of what is hidden", () => {
  it.each([
    ["What is the quantity of SS910?", "quantity confidential"],
    ["Mikä on virran SS910 määrä?", "määrä luottamuksellinen"],
    ["Vilken är mängden för SS910?", "mängden är konfidentiell"],
    ["Which companies operate in Harbour Park?", "**confidential**: Binders of …"],
    ["Who could use our fly ash, 500 t in Kajaani?", "**a company in park Harbour Park**"],
    ["How much ash is there in all?", "Counts and totals leave out what is confidential."],
    ["Paljonko tuhkaa on yhteensä?", "Lukumääristä ja summista puuttuvat luottamukselliset tiedot."],
    ["Hur mycket aska finns det totalt?", "Konfidentiella uppgifter ingår inte i antal och summor."],
    ["slag in Kajaani", "Counts and totals leave out what is confidential."],
  ])("is said: %s", async (question, words) => {
    const [open] = await ask({ turns: [question] }, "public");
    expect(open?.text).toContain(words);
    const [whole] = await ask({ turns: [question] }, "coordinator");
    expect(whole?.text).not.toContain(words);
  });
});
