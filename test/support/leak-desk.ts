import type { Reply } from "../../bot/reply/reply.ts";
import type { IncomingTurn } from "../../bot/turn.ts";
import type { FormFields, GuardedDesk } from "./guarded-desk.ts";

/** Somebody in a chat of their own. */
export type Speaker = Pick<IncomingTurn, "reader" | "conversationId" | "person"> & Partial<IncomingTurn>;

/** A member who publishes, and whose matters are nobody else's. */
export const OWNER: Speaker = {
  reader: "member",
  conversationId: "msteams:owner",
  person: { id: "teams:t/owner", name: "Oona Owner" },
};
/** A coordinator who uses the chat for themselves. */
export const BOSS: Speaker = {
  reader: "coordinator",
  conversationId: "msteams:boss",
  person: { id: "teams:t/boss", name: "Kaisa" },
};

const STREAM = {
  kind: "stream",
  category: "slag",
  physicalForm: "solid",
  period: "year",
  unit: "t",
  park: "harbour-park",
  municipality: "Kajaani",
  hazardous: "no",
  status: "available",
  visibility: "public",
} as const;
const NEED = { kind: "need", industry: "cement and lime", unit: "t", period: "year", park: "harbour-park" };

/** What the owner publishes: rows and field groups of each rank. */
const PUBLISHED: readonly Record<string, string>[] = [
  {
    ...STREAM,
    name: "Furnace slag",
    company: "Okapi Oy",
    amount: "48317",
    price: "gate fee 73.46 €/t",
    contact: "Veera Vuori, +358 40 777 7001",
    composition: "xenonite 13.37 %",
    uses: "Okapi gives 48 317 t to roads",
    note: "Veera Vuori of Okapi sells it at 73.46 €",
    identityFor: "coordinator",
    quantityFor: "member",
    priceFor: "coordinator",
    compositionFor: "member",
    contactFor: "member",
  },
  { ...STREAM, name: "Quagga slag", company: "Quagga Oy", amount: "9771", visibility: "coordinator" },
  { ...STREAM, name: "Zephyr slag", company: "Zephyr Oy", amount: "7771", visibility: "member" },
  { ...STREAM, name: "Plain slag", company: "Harbour Oy", amount: "300" },
  { ...NEED, name: "bark", company: "Quagga Oy", amount: "9771", visibility: "coordinator" },
  { ...NEED, name: "fly ash", company: "Okapi Oy", amount: "7771", visibility: "member" },
  {
    ...NEED,
    name: "lime mud",
    company: "Nandu Oy",
    amount: "7771",
    visibility: "public",
    identityFor: "coordinator",
    quantityFor: "member",
  },
];

const ENTRIES: readonly Record<string, string>[] = (["coordinator", "member"] as const).flatMap(
  (visibility) => {
    const word = visibility === "coordinator" ? "quagga" : "zephyr";
    return [
      {
        visibility,
        question_en: "Which guarantee does a new tenant of the harbour give?",
        variants_en: "What does a tenant pay in advance?",
        answer_en: `A new tenant gives a ${word} guarantee.`,
        question_fi: "Minkä vakuuden sataman uusi vuokralainen antaa?",
        answer_fi: `Uusi vuokralainen antaa ${word}-vakuuden.`,
        question_sv: "Vilken säkerhet ger en ny hyresgäst i hamnen?",
        answer_sv: `En ny hyresgäst ger en ${word}-säkerhet.`,
      },
    ];
  },
);

/** Fills the desk with secrets of every part, through its own doors. */
export async function fillWithSecrets(desk: GuardedDesk): Promise<void> {
  desk.ranks.set("t/owner", "member");
  desk.ranks.set("t/boss", "coordinator");
  for (const [at, fields] of PUBLISHED.entries()) {
    const reply = await desk.say({ form: "submission", ...fields }, OWNER);
    await approve(desk, { id: at + 1, fields, reply });
  }
  for (const fields of ENTRIES) {
    must(await desk.send("/desk/faq/new", { ...fields, do: "anyway" }), 303);
  }
  await desk.say("Tell me when new ash streams appear in Quagga Park", BOSS);
  await desk.say("Which quagga slag is there?", BOSS);
  await sendTicket(desk, "What does quagga slag cost at Okapi?", OWNER);
  must(
    await desk.send("/desk/tickets/1/answer", { revision: "1", answer: "Okapi asks 73.46 € for it." }),
    303,
  );
  await askIntroduction(desk, "Introduce us to Quagga Oy", BOSS);
}

async function approve(
  desk: GuardedDesk,
  { id, fields, reply }: { id: number; fields: Record<string, string>; reply: Reply },
): Promise<void> {
  const page = await desk.open(`/desk/streams/submissions/${id}`);
  if (page.status !== 200) throw new Error(`The submission was not kept: ${reply.text}`);
  const sent: FormFields = { ...fields, revision: "1", rowRevision: "0" };
  must(await desk.send(`/desk/streams/submissions/${id}/approve`, sent), 303);
}

function must({ status, text }: { status: number; text: string }, wanted: number): void {
  if (status === wanted) return;
  const main = text
    .slice(text.indexOf("<main"))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  throw new Error(`Expected ${wanted}, got ${status}: ${main.slice(0, 600)}`);
}

/** Asks a person, as the form does. @returns The key of the form. */
export async function sendTicket(desk: GuardedDesk, question: string, asker: Speaker): Promise<string> {
  const shown = await desk.say("I want to talk to a person", asker);
  const key = /"key":"([\w-]+)"/.exec(JSON.stringify(shown.cards))?.[1] ?? "";
  await desk.say({ form: "ticket", do: "send", key, question, share: "name", language: "en" }, asker);
  return key;
}

/** Asks for an introduction. @returns The opaque id of the form. */
export async function askIntroduction(desk: GuardedDesk, words: string, asker: Speaker): Promise<string> {
  const shown = await desk.say(words, asker);
  const target = /"target":"([\w-]+)"/.exec(JSON.stringify(shown.cards ?? []))?.[1];
  if (target === undefined) throw new Error(`There is no form: ${shown.text}`);
  await desk.say({ ...INTRODUCTION_FORM, target }, asker);
  return target;
}

/** A whole form of an introduction, without whom it is about. */
export const INTRODUCTION_FORM = {
  form: "introduction",
  company: "Asker Oy",
  name: "Anna Asker",
  contact: "anna@asker.example",
  stream: "slag",
  amount: "5 t",
  message: "May we visit you?",
  allowed: "who,stream",
  consent: "yes",
} as const;
