import type { GuardedDesk } from "./guarded-desk.ts";
import { INTRODUCTION_FORM, sendTicket } from "./leak-desk.ts";
import { CANARY } from "./page-forms.ts";

/** Ends whatever it may stand in, and begins an element of its own. */
export const HOSTILE = `x"'><${CANARY} onclick=1 src=//evil.example></textarea></title></script><!--<script>1</script>`;

/** What people write to break things: markup, formulas, paths, names of prototypes, odd signs. */
export const HOSTILE_VALUES: readonly string[] = [
  HOSTILE,
  `javascript:alert(1)//${HOSTILE}`,
  "=cmd|' /C calc'!A0",
  "../../../etc/passwd",
  "__proto__",
  "constructor",
  "-1",
  "9".repeat(40),
  "1e309",
  "NaN",
  "\u202E\u200B\uFEFF\u2066tpircs",
  "a\u0000b\r\nSet-Cookie: x=1",
  "\u{1F41F}".repeat(2000),
  `https://evil.example/?${HOSTILE}`,
  "//evil.example",
  "",
];

/** Half of a character, as JSON may bring it, with the rest of the harm. */
const HALF = `\uD83D ${HOSTILE}`;

/** Fills every list of the desk with texts that do harm, by the doors that people use. */
export async function fillWithHarm(desk: GuardedDesk): Promise<void> {
  const person = { id: "teams:t/evil", name: `=1+1 ${HOSTILE}` };
  const evil = { reader: "member", conversationId: "msteams:evil", person } as const;
  desk.ranks.set("t/evil", "member");
  for (const text of [HALF, `Which ${HOSTILE} ash?`, "=cmd|' /C calc'!A0 ash price?", "a\u0000b quokka?"]) {
    await desk.say(text, evil);
  }
  await sendTicket(desk, HALF, evil);
  await desk.say({ form: "ticket", do: "add", ticket: "1", question: `And ${HOSTILE}` }, evil);
  await desk.say({ form: "submission", ...submission() }, evil);
  await desk.say({ form: "submission", ...submission(), name: `slag ${HOSTILE}` }, evil);
  await desk.say({ form: "submission", ...submission(), name: "bark ash", record: "SS901" }, evil);
  await introduce(desk, evil);
  await rate(desk, evil);
  await desk.say("Tell me when new ash streams appear", evil);
  const texts = ["question", "answer"].flatMap((field) =>
    ["en", "fi", "sv"].map((language) => [`${field}_${language}`, `${field} ${HOSTILE}`]),
  );
  const entry = {
    ...Object.fromEntries(texts),
    tags: HOSTILE.slice(0, 39),
    sources: `${HOSTILE.slice(0, 190)} | https://evil.example/${CANARY}`,
  };
  await desk.send("/desk/faq/new", { ...entry, visibility: "member", do: "anyway" });
  await desk.send("/desk/tickets/1/note", { note: HOSTILE });
}

function submission(): Record<string, string> {
  const words = ["uses", "composition", "note"].map((field) => [field, `${field} ${HOSTILE}`]);
  return {
    ...Object.fromEntries(words),
    kind: "stream",
    name: HOSTILE,
    company: HOSTILE.slice(0, 110),
    category: "ash",
    physicalForm: "solid",
    amount: "5",
    unit: "t",
    period: "year",
    park: "harbour-park",
    municipality: "Kajaani",
    hazardous: "no",
    status: "available",
    price: HOSTILE,
    contact: HOSTILE,
    visibility: "public",
  };
}

async function introduce(desk: GuardedDesk, asker: Parameters<GuardedDesk["say"]>[1]): Promise<void> {
  const shown = await desk.say("Introduce us to Harbour Oy", asker);
  const target = /"target":"([\w-]+)"/.exec(JSON.stringify(shown.cards))?.[1] ?? "";
  const words = ["company", "name", "stream", "amount", "message"].map((field) => [field, HOSTILE]);
  await desk.say(
    { ...INTRODUCTION_FORM, ...Object.fromEntries(words), contact: `${HOSTILE} 1234567`, target },
    asker,
  );
}

/** Thumbs down with words, for an answer that says something. */
async function rate(desk: GuardedDesk, person: { conversationId: string } & object): Promise<void> {
  const { turnId = "" } = await desk.say("Which side streams arise in Harbour Park?", person);
  const { conversationId } = person;
  await desk.desk.noteDelivered({ turnId, conversationId, targets: ["answer-1"] });
  await desk.store.addFeedback({ conversationId, reaction: "dislike", target: "answer-1", comment: HALF });
}
