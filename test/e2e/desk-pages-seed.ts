import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { waitFor } from "../support/application.ts";
import { startConversation } from "../support/direct-line-client.ts";
import type { WholeBot } from "../support/whole-bot.ts";
import { Chatter } from "./chatter.ts";
import type { DeskHand } from "./desk-hand.ts";

/** Person of Teams that the bot must know as a member: `TEAMS_MEMBERS` names them. */
export const MEMBER = { id: "29:maija", name: "Maija Lehto", aadObjectId: randomUUID() };
const DAY_IN_MS = 86_400_000;

/** Fills the desk as people do in a first month: through chats, forms and the coordinator's own pages. */
export async function seedDesk(bot: WholeBot, desk: DeskHand): Promise<void> {
  await askQuestions(bot);
  await askPeople(bot, desk);
  await writeFaq(desk);
  await publish(bot, desk);
  await introduce(bot, desk);
  await watch(bot);
  await spreadDays(bot, desk);
}

/** The questions of today become those of three weeks, so that the plots have something to show. */
async function spreadDays(bot: WholeBot, desk: DeskHand): Promise<void> {
  // What still waits to be written is written when somebody looks.
  await desk.read("/desk/figures");
  const database = new DatabaseSync(join(bot.folder, "state.sqlite"));
  database.exec(`update asked set created = created - (id * 7 % 20) * ${DAY_IN_MS};
    update asked set day = date(created / 1000, 'unixepoch');`);
  database.close();
}

function stranger(bot: WholeBot, name: string, locale?: string): Chatter {
  return new Chatter(bot, { id: `29:${randomUUID()}`, name, aadObjectId: randomUUID() }, locale);
}

/** Refused in three languages and other words, answered well and not so well. */
async function askQuestions(bot: WholeBot): Promise<void> {
  const asked = [
    ["Saako Kokkolan suurteollisuusalueella lennättää dronea?", "fi-FI"],
    ["Voiko Kokkolan suurteollisuusalueella lentää dronella?", "fi-FI"],
    ["Får man flyga drönare på Karleby storindustriområde?", "sv-FI"],
    ["May one fly a drone at Kokkola Industrial Park?", "en-GB"],
    ["Onko Topinpuistossa lounasravintolaa?", "fi-FI"],
    ["Is there a canteen in Topinpuisto?", "en-GB"],
    ["Vad kostar en arbetsplats i Topinpuistos kontor?", "sv-FI"],
    ["Mitä lentotuhkaa on Lapissa?", "fi-FI"],
    ["Who could use our fly ash?", "en-GB"],
    ["Mikä on teollinen symbioosi?", "fi-FI"],
    ["Hur många företag finns det i Karleby storindustriområde?", "sv-FI"],
    ["What do companies in Kokkola Industrial Park exchange?", "en-GB"],
  ] as const;
  for (const [question, locale] of asked) await stranger(bot, "Aino Aro", locale).say(question);
  const unhappy = stranger(bot, "Aino Aro");
  await unhappy.say("Kuka voisi hyödyntää lentotuhkaamme?");
  await unhappy.rate("dislike", "Listalta puuttui betonitehdas, jonka kanssa olemme jo puhuneet.");
  const happy = stranger(bot, "Aino Aro", "en-GB");
  await happy.say("What is industrial symbiosis?");
  await happy.rate("like");
  const web = await startConversation(bot.url, { locale: "fi-FI" });
  await web.post("Paljonko höyry maksaa Kemin laaksossa?");
  await waitFor(async () =>
    (await web.poll()).activities.some(({ from, text }) => from.role === "bot" && text),
  );
}

/** Tickets in every state, in the three languages. */
async function askPeople(bot: WholeBot, desk: DeskHand): Promise<void> {
  const questions = [
    ["Saako Kokkolan suurteollisuusalueella lennättää dronea?", "fi-FI", "Haluan puhua ihmisen kanssa"],
    ["Finns det lediga tomter med spåranslutning i Karleby?", "sv-FI", "Jag vill tala med en människa"],
    ["Who pays for the weighbridge in Topinpuisto at weekends?", "en-GB", "I want to talk to a person"],
    ["Kuka vastaa Topinpuiston talvikunnossapidosta?", "fi-FI", "Haluan puhua ihmisen kanssa"],
    ["Onko Kemin puistossa rekkaparkkia?", "fi-FI", "Haluan puhua ihmisen kanssa"],
  ] as const;
  for (const [question, locale, wish] of questions) {
    const asker = stranger(bot, "Kalle Kysyjä", locale);
    await asker.say(question);
    await asker.say(wish);
    await asker.send({ question, share: "name,0" });
  }
  await desk.send("/desk/tickets/2", "assign");
  await desk.send("/desk/tickets/3", "answer", {
    answer: "The park's own company pays until Sunday noon:\n\n- **cars** free\n- lorries 12 € a load",
    sources: "Price list of the park | https://www.topinpuisto.fi/ | 2026",
    showName: "yes",
  });
  await desk.send("/desk/tickets/4", "answer", { answer: "Turun kaupunki.", sources: "", showName: "no" });
  await desk.send("/desk/tickets/4", "close");
  await desk.send("/desk/tickets/5", "close", {
    reason: "Tämä ei koske verkoston puistoja; kysy kaupungilta.",
  });
  await desk.send("/desk/tickets/1", "note", { note: "Kysytty alueen turvallisuuspäälliköltä." });
}

/** Entries of one language and of three, of the files and of the desk, edited, retired, outdated. */
async function writeFaq(desk: DeskHand): Promise<void> {
  const entry = {
    tags: "lento, turvallisuus",
    visibility: "public",
    sources: "",
    validUntil: "",
    year: "",
    park: "",
  };
  const drone = await desk.send("/desk/faq/new?from=ticket:1", "/desk/faq/new", {
    question_fi: "Saako suurteollisuusalueella lennättää dronea?",
    answer_fi:
      "Dronen lennättäminen vaatii **alueyhdistyksen luvan**.\n\n- Hae lupa kaksi viikkoa ennen.\n- Lennot vain päivällä.",
    question_sv: "Får man flyga drönare på storindustriområdet?",
    do: "anyway",
  });
  const canteen = await desk.send("/desk/faq/new", "/desk/faq/new", {
    ...entry,
    question_en: "Is there a canteen for visitors in Topinpuisto?",
    variants_en: "Where can visitors have lunch?\nWhere can one eat?",
    answer_en: "Lunch is served beside gate 2 from 10.30 to 13.30.",
    tags: "visitors",
    validUntil: "2026-01-31",
    do: "anyway",
  });
  const visit = await desk.send("/desk/faq/new", "/desk/faq/new", {
    ...entry,
    question_sv: "Vad kostar det att besöka parken?",
    answer_sv: "Besök är avgiftsfria.",
    do: "anyway",
  });
  await desk.send(`${drone}/edit`, "/edit", {
    answer_fi: "Dronen lennättäminen vaatii alueyhdistyksen luvan.",
  });
  await desk.send(`${drone}/edit`, "/edit", { tags: "lento, turvallisuus, luvat", visibility: "member" });
  await desk.send(`${canteen}/edit`, "/edit", {
    answer_en: "Lunch is served beside gate 2 from 10.30 to 13.00.",
  });
  await desk.send(visit, "/retire");
}

const GYPSUM = {
  company: "Hiekkaranta Oy",
  category: "gypsum",
  physicalForm: "solid",
  visibility: "public",
  park: "",
  municipality: "Kokkola",
};

/** A row about to expire, a need, an update and new rows that wait. */
async function publish(bot: WholeBot, desk: DeskHand): Promise<void> {
  const soon = new Date(Date.now() + 10 * DAY_IN_MS).toISOString().slice(0, 10);
  const member = new Chatter(bot, MEMBER);
  await member.say("Meillä syntyy 3 000 t kipsiä vuodessa Kokkolassa vuodesta 2027 alkaen");
  await member.send({ ...GYPSUM, validUntil: soon, composition: "CaSO4 94 %", price: "5 €/t" });
  await desk.send("/desk/streams/submissions/1", "/approve");
  await member.say("Tarvitsemme 500 t puutuhkaa vuodessa Kokkolassa");
  await member.send({ ...GYPSUM, industry: "concrete products", category: "ash" });
  await desk.send("/desk/streams/submissions/2", "/approve");
  await member.say("Meillä syntyy 1 200 t lentotuhkaa vuodessa Kokkolassa");
  await member.send({
    ...GYPSUM,
    category: "ash",
    contact: "maija.lehto@yritys.example",
    contactFor: "member",
  });
  await member.say("päivitä SS093");
  await member.send({ amount: "2500", price: "" });
  await member.say("Vi har 40 t plastspill per år i Karleby");
  await member.send({ ...GYPSUM, category: "plastic", note: "Balas i storbalar, mest folie." });
}

/** Requests that wait, were passed on, were agreed to and declined. */
async function introduce(bot: WholeBot, desk: DeskHand): Promise<void> {
  const requests = [
    ["Välitä yhteys: Umicore", "fi-FI"],
    ["Introduce us: Boliden Kokkola Oy", "en-GB"],
    ["Introduce us: Yara Suomi Oy", "en-GB"],
    ["Förmedla kontakt: Freeport Cobalt", "sv-FI"],
  ] as const;
  for (const [words, locale] of requests) {
    const asker = stranger(bot, "Aino Aro", locale);
    await asker.say(words);
    await asker.send({
      company: "Hiekkaranta Oy",
      name: "Aino Aro",
      contact: "+358 40 555 0100",
      stream: "lentotuhka",
      amount: "3 000 t vuodessa",
      message: "Voimme toimittaa näytteen heti.",
      allowed: "who,stream",
      consent: "yes",
    });
  }
  await desk.send("/desk/introductions/2", "/contacted");
  await desk.send("/desk/introductions/3", "/agree", {
    "release-identity": "yes",
    "words-identity": "Yara Suomi Oy",
  });
  await desk.send("/desk/introductions/4", "/decline", { reason: "De har redan en partner för askan." });
}

/** Alerts, one of them paused. */
async function watch(bot: WholeBot): Promise<void> {
  await stranger(bot, "Aino Aro").say("Ilmoita, kun Lappiin tulee uusia tuhkavirtoja yli 1 000 t");
  await stranger(bot, "Bo Ek", "sv-FI").say(
    "Meddela mig när det kommer nya askströmmar över 1 000 t i Lappland",
  );
  const paused = stranger(bot, "Ann Lee", "en-GB");
  await paused.say("Tell me when new plastic streams appear in Kokkola");
  await paused.say("pause alert 1");
}
