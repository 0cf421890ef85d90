import { setTimeout as wait } from "node:timers/promises";
import { TEXTS } from "../../bot/texts.ts";
import { LANGUAGES, type Language } from "../../knowledge/languages.ts";
import type { SeenActivity } from "../support/direct-line-client.ts";
import type { SoakQuestions } from "./read-soak-questions.ts";
import { SoakConnection, type SoakPerson } from "./soak-connection.ts";

/** What all talks count together. */
export interface SoakTally {
  /** Milliseconds of each turn, from posting until the whole answer was there. */
  turns: number[];
  conversations: number;
  reconnects: number;
  erasures: number;
  ratings: number;
  forms: number;
  /** Whatever was not as it must be, in words. */
  faults: string[];
}

/** How a person talks. */
export interface TalkOptions {
  person: SoakPerson;
  language: Language;
  questions: SoakQuestions;
  random: () => number;
  /** Pause between turns on average, in milliseconds. */
  thinkInMs: number;
  tally: SoakTally;
}

const ANSWER_PATIENCE_IN_MS = 30_000;
/** How often each of these comes instead of a question. */
const SHARES = {
  burst: 0.03,
  form: 0.04,
  rating: 0.06,
  reconnect: 0.02,
  erasure: 0.004,
  newOne: 0.006,
} as const;
const STUFF = ["lentotuhka", "mesa", "flygaska", "gips", "steel slag", "whey", "hukkalämpö"] as const;

/** Sentences that tell of a failure, without their ids. */
const APOLOGIES = LANGUAGES.map((language) => TEXTS[language].failure("|").split("|")[0] ?? "");

/** Somebody who talks with the bot and looks that every answer comes, whole, in order and once. */
export class SoakTalk {
  readonly #options: TalkOptions;
  #connection: SoakConnection | undefined;
  /** Number of the newest activity that came. */
  #newest = 0;
  /** Answers by the message that they answer. */
  readonly #answers = new Map<string, SeenActivity>();
  #rated: SeenActivity | undefined;
  #tellAnswered = () => {};

  constructor(options: TalkOptions) {
    this.#options = options;
  }

  /** Talks until the signal; what goes wrong is told in the tally and ends nothing. */
  async run(signal: AbortSignal): Promise<void> {
    const { tally, random, thinkInMs } = this.#options;
    await wait(random() * thinkInMs);
    while (!signal.aborted) {
      try {
        await this.#step();
      } catch (error) {
        tally.faults.push(error instanceof Error ? error.message : String(error));
        this.#end();
      }
      await wait(thinkInMs * (0.5 + random()));
    }
    this.#end();
  }

  async #step(): Promise<void> {
    this.#connection ??= await this.#begin();
    let left = this.#options.random();
    for (const [kind, share] of Object.entries(SHARES)) {
      if (left < share) return this.#act(kind as keyof typeof SHARES, this.#connection);
      left -= share;
    }
    await this.#ask(this.#connection, [{ text: this.#question() }]);
  }

  async #act(kind: keyof typeof SHARES, connection: SoakConnection): Promise<void> {
    const { tally } = this.#options;
    if (kind === "burst") {
      await this.#ask(
        connection,
        [1, 2, 3].map(() => ({ text: this.#question() })),
      );
    } else if (kind === "form") {
      tally.forms++;
      const what = this.#oneOf(STUFF);
      await this.#ask(connection, [
        { value: { form: "partners", direction: "give", what, amount: "1200", unit: "t" } },
      ]);
    } else if (kind === "rating") await this.#rate(connection);
    else if (kind === "reconnect") {
      tally.reconnects++;
      await connection.reconnect();
    } else {
      if (kind === "erasure") {
        tally.erasures++;
        await connection.erase();
      }
      this.#end();
    }
  }

  /** Posts messages at once and waits for the answer to each. */
  async #ask(connection: SoakConnection, messages: readonly object[]): Promise<void> {
    const begun = performance.now();
    const posted = await Promise.all(
      messages.map((message) =>
        connection.post({ type: "message", locale: this.#options.person.locale, ...message }),
      ),
    );
    const refused = posted.find(({ status }) => status !== 200);
    if (refused) throw new Error(`A message got ${refused.status}: ${JSON.stringify(refused.body)}`);
    const ids = posted.map(({ body }) => String(body.id));
    const end = begun + ANSWER_PATIENCE_IN_MS;
    while (!ids.every((id) => this.#answers.has(id))) {
      const answered = new Promise<void>((resolve) => {
        this.#tellAnswered = resolve;
      });
      await Promise.race([answered, wait(1000)]);
      if (performance.now() > end)
        throw new Error(`No answer came to ${ids.filter((id) => !this.#answers.has(id))}`);
    }
    this.#options.tally.turns.push(performance.now() - begun);
    for (const id of ids) this.#check(id, this.#answers.get(id));
  }

  #check(asked: string, answer: SeenActivity | undefined): void {
    const text = answer?.text ?? "";
    if (APOLOGIES.some((apology) => text.startsWith(apology))) throw new Error(`A turn failed: ${text}`);
    if (text === "" && answer?.attachments === undefined) throw new Error("An answer says nothing");
    if (numberOf(answer?.id ?? "") <= numberOf(asked)) throw new Error(`An answer came before its question`);
    this.#rated = answer;
  }

  async #rate(connection: SoakConnection): Promise<void> {
    if (this.#rated === undefined) return;
    this.#options.tally.ratings++;
    const reaction = this.#options.random() < 0.5 ? "like" : "dislike";
    const { status } = await connection.post({
      type: "invoke",
      name: "message/submitAction",
      replyToId: this.#rated.id,
      value: { actionName: "feedback", actionValue: { reaction, feedback: { feedbackText: "soak" } } },
    });
    if (status !== 200) throw new Error(`A rating got ${status}`);
  }

  async #begin(): Promise<SoakConnection> {
    this.#options.tally.conversations++;
    this.#newest = 0;
    return SoakConnection.begin(this.#options.person, (activity) => this.#take(activity));
  }

  /** Every kept activity comes once, and none is left out. */
  #take(activity: SeenActivity): void {
    const { faults } = this.#options.tally;
    const number = numberOf(activity.id);
    // Signs that somebody writes are not kept and have no number.
    if (Number.isNaN(number)) return;
    if (number !== this.#newest + 1) faults.push(`Activity ${number} came after ${this.#newest}`);
    this.#newest = number;
    const { replyToId, from, type } = activity;
    if (type !== "message" || from.role !== "bot" || replyToId === undefined) return;
    if (this.#answers.has(replyToId)) faults.push(`${replyToId} was answered twice`);
    this.#answers.set(replyToId, activity);
    this.#tellAnswered();
  }

  #end(): void {
    this.#connection?.close();
    this.#connection = undefined;
    this.#rated = undefined;
    this.#answers.clear();
  }

  #question(): string {
    return this.#oneOf(this.#options.questions[this.#options.language]);
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#options.random() * items.length)] as Item;
  }
}

/** Number of a kept activity in its conversation; not a number for one that is not kept. */
function numberOf(id: string): number {
  const end = id.split("|")[1] ?? "";
  return /^\d+$/.test(end) ? Number(end) : Number.NaN;
}
