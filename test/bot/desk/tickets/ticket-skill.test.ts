import { beforeEach, describe, expect, it } from "vitest";
import { TICKET_TEXTS } from "../../../../bot/desk/tickets/texts.ts";
import { MOST_WAITING } from "../../../../bot/desk/tickets/ticket.ts";
import { TEXTS } from "../../../../bot/texts.ts";
import { LANGUAGES } from "../../../../knowledge/languages.ts";
import { expectGrounded } from "../../../support/check-reply.ts";
import { PEOPLE } from "../../../support/desk-base.ts";
import { openTicketChat, pressed, type TicketChat } from "./ticket-chat.ts";

let chat: TicketChat;
beforeEach(async () => {
  chat = await openTicketChat();
});

const QUESTIONS = {
  fi: { answered: "Missä Satamapuisto sijaitsee?", refused: "Paljonko Satamapuiston höyryn hinta on?" },
  sv: { answered: "Var ligger Hamnparken?", refused: "Vad kostar ångan i Hamnparken per ton?" },
  en: { answered: "Where is Harbour Park?", refused: "What does the steam of Harbour Park cost per tonne?" },
} as const;

describe.each(LANGUAGES)("createTicketSkill(): from a refusal to a ticket (%s)", (language) => {
  const texts = TICKET_TEXTS[language].chat;
  const { answered, refused } = QUESTIONS[language];

  it("shows the refused question and the earlier turns, sends them, tells number and what comes next", async () => {
    await chat.say(answered);
    const refusal = await chat.say(refused);
    expect(refusal.refused).toBe(true);
    const [suggestion] = refusal.suggestions;
    expect(suggestion?.text).toBe(TEXTS[language].talkToPerson);

    const form = await chat.say(suggestion?.text ?? "");
    expect(form).toMatchObject({ language, intent: "handoff", refused: false });
    expect(form.text.startsWith(texts.formIntro)).toBe(true);
    expect(form.text).toContain(`**${texts.question}:** ${refused}`);
    expect(form.text).toContain(`- ${texts.turnAsked}: ${answered} ${texts.turnAnswered}: `);
    expect(form.text).toContain("Paula Puro");
    expectGrounded(form);
    expect(await chat.part.desk.list()).toEqual([]);

    const fields = pressed(form);
    expect(fields).toMatchObject({ question: refused, share: "0", language, do: "send" });
    const sent = await chat.sendForm(fields);
    expect(sent).toMatchObject({ language, intent: "handoff" });
    expect(sent.text).toBe(`${texts.sent(1)}\n\n${texts.next}`);
    const [ticket] = await chat.part.desk.list();
    expect(ticket).toMatchObject({
      id: 1,
      state: "open",
      language,
      question: refused,
      conversationId: "web:1",
    });
    expect(ticket?.turns).toMatchObject([{ asked: answered, refused: false }]);
  });

  it("tells the state of the conversation's own tickets, and no others", async () => {
    const status = {
      fi: "kysymykseni tila",
      sv: "Hur går det med min fråga?",
      en: "What about my question?",
    };
    expect((await chat.say(status[language])).text).toBe(texts.noTickets);
    await chat.say(refused);
    const form = await chat.say(TEXTS[language].talkToPerson);
    const sent = await chat.sendForm(pressed(form));
    const all = await chat.say(status[language]);
    expect(all.text).toContain(refused);
    expect(all.text).toContain(`**${texts.states.open}**`);
    // The words that are suggested are understood.
    await chat.part.desk.assign({ id: 1, revision: 1, actor: PEOPLE.kaisa });
    const one = await chat.say(sent.suggestions[0]?.text ?? "");
    expect(one.text).toContain(`**${texts.states.assigned}**`);
    const other = await chat.say(sent.suggestions[0]?.text ?? "", { conversationId: "web:2" });
    expect(other.text).toBe(texts.unknownTicket(1));
  });

  it("brings the answer back with two buttons whose words it understands", async () => {
    const form = await chat.say(TEXTS[language].talkToPerson);
    await chat.sendForm({ ...pressed(form), question: refused });
    const answer = { text: "It costs 20 euros.", sources: [], showsName: false };
    await chat.part.desk.answer({ id: 1, revision: 1, actor: PEOPLE.kaisa }, answer);
    const [notice] = await chat.waiting();
    expect(notice?.conversationId).toBe("web:1");
    const [helps, needsMore] = notice?.reply.cards?.[0]?.actions ?? [];
    if (helps?.type !== "Action.Submit" || needsMore?.type !== "Action.Submit") throw new Error("No buttons");

    const more = await chat.say(String(needsMore.data.say));
    expect(more.text).toContain(texts.reopened(1));
    expect((await chat.part.desk.list())[0]).toMatchObject({ state: "assigned", assignee: PEOPLE.kaisa.id });
    const added = await chat.sendForm({ ...pressed(more), question: "Per MWh, please" });
    expect(added.text).toBe(texts.added(1));
    expect((await chat.part.desk.list())[0]?.additions).toMatchObject([{ text: "Per MWh, please" }]);

    const { revision = 0 } = (await chat.part.desk.list())[0] ?? {};
    await chat.part.desk.answer({ id: 1, revision, actor: PEOPLE.kaisa }, { ...answer, text: "30 a MWh." });
    expect((await chat.say(String(helps.data.say))).text).toBe(texts.helped(1));
    expect((await chat.part.desk.list())[0]?.state).toBe("closed");
  });

  it("cancels, and sends nothing", async () => {
    const form = await chat.say(TEXTS[language].talkToPerson);
    const cancelled = await chat.sendForm(pressed(form, 1));
    expect(cancelled.text).toBe(texts.cancelled);
    expect(await chat.part.desk.list()).toEqual([]);
    // Its form is forgotten: what is sent of it later comes as a new form first.
    const late = await chat.sendForm({ ...pressed(form), question: refused });
    expect(late.text).toContain(texts.formGone);
    expect(pressed(late).question).toBe(refused);
    await chat.sendForm(pressed(late));
    expect(await chat.part.desk.list()).toHaveLength(1);
  });
});

describe("createTicketSkill(): the form", () => {
  it("makes one ticket of a form that is sent twice, and of two forms two", async () => {
    const form = await chat.say("I want to talk to a person");
    const fields = { ...pressed(form), question: "Who owns the quay?" };
    await chat.sendForm(fields);
    const second = await chat.sendForm(fields);
    expect(second.text).toContain(TICKET_TEXTS.en.chat.twice(1));
    expect(await chat.part.desk.list()).toHaveLength(1);
    const again = await chat.say("I want to talk to a person");
    await chat.sendForm({ ...pressed(again), question: "Who owns the quay?" });
    expect(await chat.part.desk.list()).toHaveLength(2);
  });

  it("is worth nothing in another conversation", async () => {
    await chat.say("Where is Harbour Park?");
    const form = await chat.say("I want to talk to a person");
    const stolen = await chat.sendForm(
      { key: pressed(form).key ?? "", do: "send" },
      { conversationId: "web:2" },
    );
    expect(stolen.text).not.toContain("Where is Harbour Park?");
    expect(await chat.part.desk.list()).toEqual([]);
  });

  it("keeps turns and name that were left out to itself", async () => {
    await chat.say("Where is Harbour Park?");
    const person = { id: "teams:t/maija", name: "Maija *Meikäläinen*" };
    const form = await chat.say("Can I talk to a coordinator?", { person });
    expect(form.text).toContain("Maija \\*Meikäläinen\\*");
    const fields = pressed(form);
    expect(fields.share).toBe("name,0");
    const { share: _share, ...without } = fields;
    await chat.sendForm({ ...without, question: "Who owns the quay?" }, { person });
    expect((await chat.part.desk.list())[0]).toMatchObject({ turns: [], person: "teams:t/maija" });
    expect((await chat.part.desk.list())[0]?.name).toBeUndefined();
  });

  it("cannot be made to send what it did not show", async () => {
    const form = await chat.say("I want to talk to a person");
    await chat.say("Where is Harbour Park?");
    const fields = { ...pressed(form), question: "Who?", share: "0,1,2,name,__proto__", name: "Boss" };
    await chat.sendForm(fields);
    expect((await chat.part.desk.list())[0]?.turns).toEqual([]);
    expect((await chat.part.desk.list())[0]?.name).toBeUndefined();
  });

  it("asks for the question when there is none, and keeps what was filled in", async () => {
    const form = await chat.say("I want to talk to a person");
    expect(form.text).toContain(TICKET_TEXTS.en.chat.questionEmpty);
    const again = await chat.sendForm({ ...pressed(form), question: " … ", language: "sv" });
    expect(again.text).toContain(TICKET_TEXTS.en.chat.questionMissing);
    expect(pressed(again)).toMatchObject({ language: "sv", key: pressed(form).key });
    await chat.sendForm({ ...pressed(again), question: "Who owns the quay?" });
    expect((await chat.part.desk.list())[0]).toMatchObject({
      language: "sv",
      question: "Who owns the quay?",
    });
  });

  it.each([
    "I want to talk to a person about the price of the steam in winter",
    "Haluan puhua ihmisen kanssa höyryn talvihinnasta",
    "Jag vill prata med en människa om priset på ånga",
  ])("takes words beside the wish for a person as the question: %s", async (words) => {
    await chat.say("What does steam cost in Atlantis?");
    expect(pressed(await chat.say(words)).question).toBe(words);
  });

  it.each([
    "I would really like to talk to a person right now, please",
    "Voisinko heti puhua ihmisen kanssa tästä asiasta, kiitos",
    "Jag skulle gärna vilja prata med en människa om detta, tack",
  ])("takes the refused question where nothing else is said: %s", async (words) => {
    await chat.say("What does steam cost in Atlantis?");
    expect(pressed(await chat.say(words)).question).toBe("What does steam cost in Atlantis?");
  });

  it("tells in a group that all there read the answer", async () => {
    const form = await chat.say("I want to talk to a person", { isShared: true });
    expect(form.text).toContain(TICKET_TEXTS.en.chat.formShared);
    expect(JSON.stringify(form.cards)).toContain(TICKET_TEXTS.en.chat.formShared);
    const sent = await chat.sendForm({ ...pressed(form), question: "Who?" }, { isShared: true });
    expect(sent.text).toContain(TICKET_TEXTS.en.chat.nextShared);
  });

  it("shows Markdown and HTML of the asker as they were typed, and cuts what is too long", async () => {
    const question = `**bold** [x](https://evil.example) ![p](https://evil.example/p) <img src=x> [1] ${"y".repeat(3000)}`;
    const form = await chat.say("I want to talk to a person");
    const shown = await chat.sendForm({ ...pressed(form), question, contact: "email" });
    expect(shown.text).toContain(TICKET_TEXTS.en.chat.sent(1));
    expect((await chat.part.desk.list())[0]?.question).toHaveLength(1500);
    const status = await chat.say("question 1");
    expect(status.text).toContain("\\*\\*bold\\*\\* \\[x\\] (https:\u2060//evil.example)");
    expect(status.text).not.toMatch(/<img|(?<!\\)\[1\]/);
  });

  it("has no room for more than five that wait", async () => {
    for (let at = 0; at < MOST_WAITING; at += 1) {
      const form = await chat.say("I want to talk to a person");
      await chat.sendForm({ ...pressed(form), question: `Question ${at}?` });
    }
    const form = await chat.say("I want to talk to a person");
    const refused = await chat.sendForm({ ...pressed(form), question: "One more?" });
    expect(refused.text).toBe(TICKET_TEXTS.en.chat.tooMany(MOST_WAITING));
    expect(await chat.part.desk.list()).toHaveLength(MOST_WAITING);
    const other = await chat.say("I want to talk to a person", { conversationId: "web:2" });
    await chat.sendForm({ ...pressed(other), question: "And I?" }, { conversationId: "web:2" });
    expect(await chat.part.desk.list()).toHaveLength(MOST_WAITING + 1);
  });

  it("stays small enough for Teams with the longest turns", async () => {
    for (const word of ["harbour", "steam", "quay", "ä"]) await chat.say(`${word} `.repeat(400));
    const form = await chat.say("Haluan puhua ihmisen kanssa");
    expect(Buffer.byteLength(JSON.stringify({ text: form.text, cards: form.cards }))).toBeLessThan(18_000);
  });

  it("leaves questions, other forms and the command line alone", async () => {
    expect((await chat.say("Where is Harbour Park?")).text).toContain("Hanko");
    const line = await chat.say("I want to talk to a person", { channel: "command-line" });
    expect(line.cards).toBeUndefined();
    expect(line.text.startsWith(TEXTS.en.handoff)).toBe(true);
  });
});

describe("createTicketSkill() with a mail server", () => {
  beforeEach(async () => {
    chat = await openTicketChat({ sendsMail: true });
  });

  it.each([
    "",
    "maija",
    "a@b",
    "a@example.org, b@example.org",
    "a@example.org\nBcc: b@example.org",
    "<a@example.org>",
  ])("asks again for an address that is none: %j", async (email) => {
    const form = await chat.say("I want to talk to a person");
    const fields = { ...pressed(form), question: "Who?", contact: "email", email };
    const again = await chat.sendForm(fields);
    expect(again.text).toContain(TICKET_TEXTS.en.chat.emailMissing);
    expect(await chat.part.desk.list()).toEqual([]);
  });

  it("sends the answer to the address too, and never shows it in the conversation", async () => {
    const form = await chat.say("I want to talk to a person");
    expect(pressed(form).contact).toBe("chat");
    const fields = { ...pressed(form), question: "Who?", contact: "email", email: "maija@example.org" };
    const sent = await chat.sendForm(fields);
    expect(sent.text).toContain(TICKET_TEXTS.en.chat.nextEmail);
    expect(sent.text).not.toContain("maija");
    const answer = { text: "Paula does.", sources: [], showsName: true };
    await chat.part.desk.answer({ id: 1, revision: 1, actor: PEOPLE.kaisa }, answer);
    expect((await chat.waiting()).map(({ conversationId }) => conversationId)).toEqual([
      "web:1",
      "mail:maija@example.org",
    ]);
    const [, mail] = await chat.waiting();
    expect(mail?.reply.cards).toBeUndefined();
    expect(mail?.reply.text).toContain(TICKET_TEXTS.en.chat.goOn);
  });
});
