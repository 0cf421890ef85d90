import { setTimeout as wait } from "node:timers/promises";
import { Person, type PersonOptions } from "./person.ts";
import type { Tally } from "./tally.ts";

const QUESTIONS = {
  "fi-FI": ["Mitä lentotuhkia syntyy Kemissä?", "Entä Raahessa?", "Missä Topinpuisto on?", "Kiitos!"],
  "sv-SE": ["Vilken aska uppstår i Kemi?", "Vem tar emot flygaska?", "Tack!"],
  "en-GB": ["Which fly ash arises in Kemi?", "And in Raahe?", "Where is Topinpuisto?", "Thanks!"],
} as const;

/** How often a rating, several messages at once, or an alert come after an answer. */
const SHARES = { rating: 0.15, burst: 0.15, alert: 0.03 } as const;
const THINK_IN_MS = 1000;

/** Somebody who asks, rates, and asks several things at once, until the signal. */
export async function chat(
  options: Omit<PersonOptions, "locale"> & { at: number; signal: AbortSignal },
): Promise<Person> {
  const { at, signal, tally } = options;
  const locales = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
  const locale = locales[at % locales.length] ?? "fi-FI";
  const person = await Person.begin({ ...options, locale });
  const question = () => oneOf(QUESTIONS[locale]);
  while (!signal.aborted) {
    const luck = Math.random();
    if (luck < SHARES.burst) await Promise.all([1, 2, 3].map(() => person.ask({ text: question() })));
    else if (luck < SHARES.burst + SHARES.alert) await watch(person, { tally, locale });
    else {
      const answer = await person.ask({ text: question() });
      if (answer && Math.random() < SHARES.rating) await rate(person, { tally, target: answer.id });
    }
    await wait(THINK_IN_MS * (0.5 + Math.random()));
  }
  return person;
}

async function rate(person: Person, { tally, target }: { tally: Tally; target: string }): Promise<void> {
  const { status } = await person.post({
    type: "invoke",
    name: "message/submitAction",
    replyToId: target,
    value: { actionName: "feedback", actionValue: { reaction: "like", feedback: { feedbackText: "" } } },
  });
  if (status === 200) tally.ratings.push({ conversation: `web-chat:${person.id}`, target });
  else tally.faults.push(`A rating got ${status}`);
}

const WATCH = {
  "fi-FI": "Ilmoita minulle, kun Kemissä syntyy lentotuhkaa",
  "sv-SE": "Meddela mig när flygaska uppstår i Kemi",
  "en-GB": "Notify me when there is fly ash in Kemi",
} as const;

async function watch(person: Person, options: { tally: Tally; locale: keyof typeof WATCH }): Promise<void> {
  const { tally, locale } = options;
  const answer = await person.ask({ text: WATCH[locale] });
  if (answer) tally.alerts.push({ conversation: `web-chat:${person.id}` });
}

function oneOf<Item>(items: readonly Item[]): Item {
  return items[Math.floor(Math.random() * items.length)] as Item;
}
