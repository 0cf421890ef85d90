import { randomBytes } from "node:crypto";
import type { IncomingTurn } from "../../turn.ts";
import { type Actor, HOUSE } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import { type ChangeParts, changeIntroduction, type IntroductionResult } from "./change-introduction.ts";
import {
  type Introduction,
  type IntroductionAsker,
  type IntroductionTarget,
  isOpen,
} from "./introduction.ts";
import { mailOtherSide } from "./introduction-notices.ts";
import type { IntroductionStore } from "./introduction-store.ts";
import { publishedAddress } from "./known-fields.ts";

/** Requests that a conversation may have under way. */
export const MOST_OPEN = 5;

/** How requests go out. */
export interface AskOptions {
  /** `contact`: by mail to the published contact of a company, where there is one. */
  via: "coordinator" | "contact";
  /** Address that the other side answers to; without one no mail is sent. */
  answerTo?: string;
  /** Put into the coordinators' channel, within the transaction. */
  announce?: (introduction: Introduction) => Promise<void>;
  noteHappening?: (
    kind: "introduction.asked",
    where: Pick<IncomingTurn, "channel"> & { conversation: string; language: Introduction["language"] },
  ) => void | Promise<void>;
}

/** What came of a sent form. */
export type AskOutcome =
  | { kind: "sent"; introduction: Introduction; isNew: boolean; isMailed: boolean }
  | { kind: "too many" | "gone" | "outdated" };

/** The asker, who is nobody at the desk. */
export const ASKER: Omit<Actor, "reader" | "via"> = { id: "asker", name: "" };

/** The audit log tells how somebody came, not who they are: that stands in the request, and goes with it. */
function actorOf({ channel, reader }: IncomingTurn): Actor {
  return { ...ASKER, reader, via: channel === "teams" ? "teams" : "web-chat" };
}

/** What askers do with introductions, and what time does. */
export class IntroductionKeeper {
  readonly #base: DeskBase;
  readonly #store: IntroductionStore;
  readonly #parts: ChangeParts;
  readonly #options: AskOptions;

  constructor(parts: ChangeParts, options: AskOptions) {
    this.#base = parts.base;
    this.#store = parts.store;
    this.#parts = parts;
    this.#options = options;
  }

  /** Keeps whom a form is about under an id that tells nothing. @returns The id. */
  async offer(target: IntroductionTarget, conversation: string): Promise<string> {
    const id = randomBytes(12).toString("base64url");
    await this.#store.addTarget({ id, conversation, target, at: this.#base.now() });
    return id;
  }

  /** Whom the form of a conversation is about. */
  targetOf(id: string, conversation: string): Promise<IntroductionTarget | undefined> {
    return this.#store.readTarget(id, conversation);
  }

  /** Takes a request. Sending the same form again gives the same request. */
  ask(
    targetId: string,
    context: { asker: IntroductionAsker; turn: IncomingTurn; language: Introduction["language"] },
  ): Promise<AskOutcome> {
    const { turn } = context;
    return this.#base.database.transact(async (): Promise<AskOutcome> => {
      const known = await this.#store.ofTarget(targetId);
      if (known !== undefined && known.conversation === turn.conversationId)
        return { kind: "sent", introduction: known, isNew: false, isMailed: known.mailedTo !== undefined };
      const target = await this.#store.readTarget(targetId, turn.conversationId);
      if (target === undefined || known !== undefined) return { kind: "outdated" };
      if ((await this.list(turn.conversationId)).filter(isOpen).length >= MOST_OPEN)
        return { kind: "too many" };
      const { reader, person } = turn;
      if (!this.#parts.isThere({ target, reader, person: person?.id })) return { kind: "gone" };
      const introduction = await this.#add(target, { ...context, targetId });
      return { kind: "sent", introduction, isNew: true, isMailed: introduction.mailedTo !== undefined };
    });
  }

  /** Keeps a request, sends it on its way and tells of it. */
  async #add(
    target: IntroductionTarget,
    context: {
      asker: IntroductionAsker;
      turn: IncomingTurn;
      language: Introduction["language"];
      targetId: string;
    },
  ): Promise<Introduction> {
    const { asker, turn, language, targetId } = context;
    const { conversationId: conversation, channel, reader, person } = turn;
    const now = this.#base.now();
    const events = [{ at: now, kind: "asked" as const, actor: ASKER.id, name: ASKER.name }];
    const added = await this.#store.add({
      conversation,
      person: person?.id,
      language,
      created: now,
      targetId,
      details: { target, asker, reader, events },
    });
    const actor = actorOf(turn);
    await this.#base.audit.add({ actor, action: "introduction.ask", subject: `introduction:${added.id}` });
    const introduction = (await this.#mail(added)) ?? added;
    await this.#options.announce?.(introduction);
    await this.#options.noteHappening?.("introduction.asked", { conversation, channel, language });
    return introduction;
  }

  /** Asks a company by mail, where that is set and it has published an address. */
  async #mail(introduction: Introduction): Promise<Introduction | undefined> {
    const { via, answerTo } = this.#options;
    if (via !== "contact" || answerTo === undefined) return undefined;
    const whole = this.#base.currentView();
    const address = publishedAddress(introduction.target, { whole, open: whole.forReader("public") });
    if (address === undefined) return undefined;
    const result = await changeIntroduction(this.#parts, {
      id: introduction.id,
      revision: introduction.revision,
      actor: HOUSE,
      kind: "mailed",
      state: "contacted",
      alter: () => ({ mailedTo: address }),
      afterwards: async (changed) => {
        const reply = mailOtherSide(changed, { kind: "asks", answerTo });
        await this.#base.notices.add({ conversationId: `mail:${address}`, reply });
      },
    });
    return result.kind === "done" ? result.introduction : undefined;
  }

  /** The requests of a conversation, oldest first. */
  list(conversation: string): Promise<Introduction[]> {
    return this.#store.ofConversation(conversation);
  }

  /** Takes a request back, for its own conversation. */
  withdraw(introduction: Introduction, turn: IncomingTurn): Promise<IntroductionResult> {
    const { id, revision } = introduction;
    const actor = actorOf(turn);
    return changeIntroduction(this.#parts, { id, revision, actor, kind: "withdrawn", state: "withdrawn" });
  }
}
