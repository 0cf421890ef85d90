import { beforeAll, describe, expect, it } from "vitest";
import { queryKey, watchedQuery } from "../../../../bot/desk/alerts/alert.ts";
import { readAlertWords } from "../../../../bot/desk/alerts/read-alert-words.ts";
import { readWatched } from "../../../../bot/desk/alerts/read-watched.ts";
import { ALERT_TEXTS } from "../../../../bot/desk/alerts/texts.ts";
import type { KnowledgeView } from "../../../../bot/knowledge-view.ts";
import { understandStreams } from "../../../../bot/skills/streams/answer-streams.ts";
import { LANGUAGES, type Language } from "../../../../knowledge/languages.ts";
import { openOwnKnowledge, questionOf } from "../../../support/own-index.ts";

let view: KnowledgeView;
beforeAll(async () => {
  view = await openOwnKnowledge();
});

describe("readAlertWords()", () => {
  it.each<[Language, string, object]>([
    ["en", "My alerts", { kind: "list" }],
    ["en", "show me my alerts please", { kind: "list" }],
    ["en", "Which alerts do I have?", { kind: "list" }],
    ["fi", "Omat hakuvahdit", { kind: "list" }],
    ["fi", "näytä hakuvahtini", { kind: "list" }],
    ["fi", "Mitä hakuvahteja minulla on?", { kind: "list" }],
    ["sv", "Mina bevakningar", { kind: "list" }],
    ["sv", "visa alla mina bevakningar, tack", { kind: "list" }],
    ["sv", "Vilka bevakningar har jag?", { kind: "list" }],
    ["en", "pause alert 2", { kind: "pause", number: 2 }],
    ["en", "Resume alert number 2.", { kind: "resume", number: 2 }],
    ["en", "please delete my alert #12", { kind: "delete", number: 12 }],
    ["en", "delete all my alerts", { kind: "delete", number: "all" }],
    ["en", "stop the alert", { kind: "delete" }],
    ["fi", "keskeytä hakuvahti 2", { kind: "pause", number: 2 }],
    ["fi", "jatka hälytystä 2", { kind: "resume", number: 2 }],
    ["fi", "Poista hakuvahti numero 3", { kind: "delete", number: 3 }],
    ["fi", "poista kaikki hakuvahtini", { kind: "delete", number: "all" }],
    ["sv", "pausa bevakning 2", { kind: "pause", number: 2 }],
    ["sv", "Återuppta bevakning 2", { kind: "resume", number: 2 }],
    ["sv", "ta bort bevakningen 4", { kind: "delete", number: 4 }],
    ["sv", "radera alla mina bevakningar", { kind: "delete", number: "all" }],
    ["en", "tell me when there are more", { kind: "more" }],
    ["en", "Notify me when new ones appear", { kind: "more" }],
    ["fi", "Ilmoita, kun niitä tulee lisää", { kind: "more" }],
    ["sv", "Säg till när det kommer fler", { kind: "more" }],
  ])("reads a %s command: %s", (language, words, wish) => {
    expect(readAlertWords(words, language)).toEqual({ wish, language });
  });

  it.each(LANGUAGES)("understands in %s what its own buttons say", (language) => {
    const { say } = ALERT_TEXTS[language];
    expect(readAlertWords(say.list, language)?.wish).toEqual({ kind: "list" });
    expect(readAlertWords(say.pause(7), language)?.wish).toEqual({ kind: "pause", number: 7 });
    expect(readAlertWords(say.resume(7), language)?.wish).toEqual({ kind: "resume", number: 7 });
    expect(readAlertWords(say.delete(7), language)?.wish).toEqual({ kind: "delete", number: 7 });
    expect(readAlertWords(say.deleteAll, language)?.wish).toEqual({ kind: "delete", number: "all" });
    expect(readAlertWords(say.more, language)?.wish).toEqual({ kind: "more" });
  });

  it("knows a command of another language than the words seemed to be in", () => {
    expect(readAlertWords("poista hakuvahti 2", "sv")).toEqual({
      wish: { kind: "delete", number: 2 },
      language: "fi",
    });
  });

  it.each<[Language, string]>([
    ["en", "Tell me when the park was founded"],
    ["en", "Tell me about new ash streams in Lapland"],
    ["en", "Which ash streams are there in Lapland?"],
    ["en", "Can you tell me if there is fly ash in Kemi?"],
    ["en", "We have 3,000 t of new ash"],
    ["en", "Who can stop the smell?"],
    ["fi", "Kerro milloin puisto perustettiin"],
    ["fi", "Kerro uusista tuhkavirroista"],
    ["fi", "Haluan ilmoittaa sivuvirran"],
    ["fi", "Ilmoitamme uuden sivuvirran"],
    ["fi", "Poista tietoni"],
    ["sv", "Berätta om nya askströmmar i Lappland"],
    ["sv", "Berätta när parken grundades"],
    ["sv", "Jag vill anmäla en sidoström"],
    ["sv", "Radera mina uppgifter"],
  ])("leaves a %s question alone: %s", (language, words) => {
    expect(readAlertWords(words, language)).toBeUndefined();
  });
});

/** A wish for an alert, and the question whose rows it watches. */
const WATCHED: readonly [Language, string, string][] = [
  [
    "en",
    "Tell me when new ash streams over 1,000 t appear in Lapland",
    "Which ash streams over 1,000 t are there in Lapland?",
  ],
  [
    "fi",
    "Ilmoita, kun Lappiin tulee uusia tuhkavirtoja yli 1 000 t",
    "Mitä tuhkavirtoja yli 1 000 t Lapissa on?",
  ],
  [
    "fi",
    "ilmoita kun Lappiin tulee uusia tuhkavirtoja yli 1 000 t",
    "Mitä tuhkavirtoja yli 1 000 t Lapissa on?",
  ],
  [
    "sv",
    "Meddela mig när nya askströmmar över 1 000 t dyker upp i Lappland",
    "Vilka strömmar av aska över 1 000 t finns det i Lappland?",
  ],
  [
    "sv",
    "Meddela mig när det kommer nya askströmmar över 1 000 t i Lappland",
    "Vilka strömmar av aska över 1 000 t finns det i Lappland?",
  ],
  [
    "en",
    "Notify me if more fly ash becomes available in Kokkola",
    "Which fly ash streams are there in Kokkola?",
  ],
  ["en", "Set up an alert for hazardous slag in Raahe", "Which hazardous slag streams are there in Raahe?"],
  ["en", "I want an alert when new gypsum streams come up", "Which gypsum streams are there?"],
  [
    "en",
    "Let me know when new lime by-products of at least 10 000 t are added in Kemi-Tornio",
    "Which lime by-products of at least 10 000 t are there in Kemi-Tornio?",
  ],
  ["fi", "Luo hakuvahti: kuona, Raahe", "Mitä kuonaa Raahessa on?"],
  ["fi", "Haluan tietää kun Kokkolaan tulee uutta lentotuhkaa", "Mitä lentotuhkaa Kokkolassa syntyy?"],
  ["fi", "Voisitko ilmoittaa, jos kipsiä tulee lisää?", "Mitä kipsiä syntyy?"],
  [
    "fi",
    "Hälytä, kun vaarallisia sivuvirtoja ilmestyy Kokkolaan",
    "Mitä vaarallisia sivuvirtoja Kokkolassa on?",
  ],
  ["sv", "Skapa en bevakning för slagg i Brahestad", "Vilken slagg finns det i Brahestad?"],
  ["sv", "Säg till när det kommer ny flygaska i Karleby", "Vilken flygaska finns det i Karleby?"],
  ["sv", "Jag vill ha en bevakning på gips", "Vilka gipsströmmar finns det?"],
  ["sv", "Meddela mig när nya flygaskströmmar tillkommer", "Vilka strömmar av flygaska finns det?"],
  ["fi", "Ilmoita, kun uusia kipsivirtoja ilmestyy", "Mitä kipsiä syntyy?"],
  ["fi", "Ilmoita, kun uusia sivuvirtoja tulee Raaheen", "Mitä sivuvirtoja Raahessa on?"],
  ["sv", "Bevaka kalkströmmar över 5 000 ton", "Vilka kalkströmmar över 5 000 ton finns det?"],
];

describe("readWatched()", () => {
  it.each(WATCHED)("watches in %s what an answer would list: %s", (language, words, question) => {
    const found = readAlertWords(words, language);
    if (found?.wish.kind !== "create") throw new Error(`No wish for an alert: ${JSON.stringify(found)}`);
    const read = readWatched(found.wish.rest, { language, view, reader: "public" });
    const asked = understandStreams(questionOf(question, { language, view }), { view, reader: "public" });
    if (asked === undefined) throw new Error("The question is none to the table");
    if ("left" in read) throw new Error(`Not understood: "${read.left}" of "${found.wish.rest}"`);
    expect(queryKey(read.query)).toBe(queryKey(watchedQuery(asked)));
  });

  it.each<[Language, string]>([
    ["en", "Tell me when a new company comes to Kokkola"],
    ["en", "Notify me when the price of steam changes"],
    ["fi", "Ilmoita, kun höyryn hinta muuttuu"],
    ["fi", "Ilmoita kun puistoon tulee uusi toimitusjohtaja"],
    ["sv", "Meddela mig när det kommer en ny verkställande direktör"],
    ["sv", "Meddela mig när det kommer nya zebraströmmar i Lappland"],
    ["fi", "Ilmoita, kun Lappiin tulee uusia seepravirtoja"],
  ])("understands no other %s alert: %s", (language, words) => {
    const found = readAlertWords(words, language);
    if (found?.wish.kind !== "create") throw new Error(`No wish for an alert: ${JSON.stringify(found)}`);
    const read = readWatched(found.wish.rest, { language, view, reader: "public" });
    expect(read).toHaveProperty("left");
  });
});
