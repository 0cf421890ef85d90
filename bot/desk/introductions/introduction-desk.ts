import type { Actor } from "../actor.ts";
import { type ChangeParts, changeIntroduction, type IntroductionResult } from "./change-introduction.ts";
import type { Introduction, IntroductionState, ReleasedField } from "./introduction.ts";
import { mailOtherSide } from "./introduction-notices.ts";

/** Which introduction a coordinator changes, in the form they saw. */
export interface IntroductionStep {
  id: number;
  revision: number;
  actor: Actor;
}

/** What coordinators do with introductions; rank is checked by whoever calls. */
export class IntroductionDesk {
  readonly #parts: ChangeParts;
  readonly #answerTo: string | undefined;

  /** @param options.answerTo Address that the other side answers to; without one nothing is mailed. */
  constructor(parts: ChangeParts, options: { answerTo?: string | undefined }) {
    this.#parts = parts;
    this.#answerTo = options.answerTo;
  }

  list(state?: IntroductionState): Promise<Introduction[]> {
    return this.#parts.store.list(state);
  }

  countWaiting(): Promise<number> {
    return this.#parts.store.countOpen();
  }

  /** Reads an introduction with its details, and notes in the audit log who did. */
  read(id: number, actor: Actor): Promise<Introduction | undefined> {
    const { base, store } = this.#parts;
    return base.database.transact(async () => {
      const introduction = await store.read(id);
      if (introduction !== undefined)
        await base.audit.add({ actor, action: "introduction.read", subject: `introduction:${id}` });
      return introduction;
    });
  }

  /** Notes that the other side has been asked. */
  contacted(step: IntroductionStep): Promise<IntroductionResult> {
    return changeIntroduction(this.#parts, {
      ...step,
      kind: "contacted",
      state: "contacted",
      tells: "contacted",
      needsTarget: true,
    });
  }

  /**
   * Records the yes of the other side: then, and not before, the asker gets what was released, and the other side what
   * the asker allowed (by mail where it was asked by mail, else as a text for the coordinator).
   *
   * @param company Which company a hidden one was.
   */
  agree(
    step: IntroductionStep,
    yes: { released: readonly ReleasedField[]; company?: string },
  ): Promise<IntroductionResult> {
    const { released, company } = yes;
    const groups = released.map(({ group }) => group);
    return changeIntroduction(this.#parts, {
      ...step,
      kind: "agreed",
      state: "agreed",
      tells: "agreed",
      needsTarget: true,
      alter: ({ target }) => ({
        released: [...released],
        ...(company !== undefined && target.candidates?.includes(company) === true
          ? { target: { ...target, candidates: [company] } }
          : {}),
      }),
      detail: { released: groups },
      afterwards: (introduction) => this.#release(introduction, step.actor),
    });
  }

  async #release(introduction: Introduction, actor: Actor): Promise<void> {
    const { id, mailedTo, asker, released = [] } = introduction;
    const { base } = this.#parts;
    const detail = { toAsker: released.map(({ group }) => group), toOtherSide: asker.allowed };
    await base.audit.add({ actor, action: "introduction.release", subject: `introduction:${id}`, detail });
    if (mailedTo === undefined || this.#answerTo === undefined) return;
    const reply = mailOtherSide(introduction, { kind: "agreed", answerTo: this.#answerTo });
    await base.notices.add({ conversationId: `mail:${mailedTo}`, reply });
  }

  /** Records the no of the other side. @param reason Words for the asker; may be empty. */
  decline(step: IntroductionStep, reason: string): Promise<IntroductionResult> {
    return changeIntroduction(this.#parts, {
      ...step,
      kind: "declined",
      state: "declined",
      tells: "declined",
      alter: () => ({ reason }),
    });
  }
}
