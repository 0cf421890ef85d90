import type { Reader } from "../../../knowledge/languages.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { createIsThere } from "./change-introduction.ts";
import { eraseIntroductions, expireIntroductions, purgeIntroductions } from "./forget-introductions.ts";
import { IntroductionDesk } from "./introduction-desk.ts";
import { createIntroductionDialog } from "./introduction-dialog.ts";
import { type AskOptions, IntroductionKeeper } from "./introduction-keeper.ts";
import { createIntroductionSection } from "./introduction-section.ts";
import { createIntroductionSkill } from "./introduction-skill.ts";
import { IntroductionStore } from "./introduction-store.ts";

/** Choices of {@link createIntroductionsPart}. */
export interface IntroductionsOptions extends Partial<AskOptions> {
  /**
   * Rank of a person now, by their id as in `IncomingTurn`.
   *
   * @default nobody is known, so that everybody keeps the rank they asked with
   */
  rankOf?: (person: string) => Reader | undefined;
  /** Days after which what was told in a request that ended is deleted. @default {365} */
  retentionDays?: number;
}

/**
 * Creates the part of the desk by which companies are introduced to each other: offered below partner suggestions, asked
 * for in chat, decided at the desk or in Teams. Nothing confidential of either side reaches the other before both agreed.
 *
 * @param options.via `contact` needs `answerTo` and a mail server; without an address of the company it goes to the
 * coordinator all the same. @default {"coordinator"}
 */
export function createIntroductionsPart(base: DeskBase, options: IntroductionsOptions = {}): DeskPart {
  const { via = "coordinator", rankOf = () => undefined, retentionDays = 365, ...rest } = options;
  const store = new IntroductionStore(base.database);
  const parts = { base, store, isThere: createIsThere(base, rankOf) };
  const keeper = new IntroductionKeeper(parts, { ...rest, via });
  const desk = new IntroductionDesk(parts, { answerTo: rest.answerTo });
  const whole = () => base.currentView();
  const asked = via === "contact" && rest.answerTo !== undefined ? "contact" : "coordinator";
  return {
    section: createIntroductionSection({ desk, whole }),
    dialogs: [createIntroductionDialog({ desk, whole })],
    skills: [createIntroductionSkill({ keeper, whole, via: asked })],
    erase: (conversationId) => eraseIntroductions(parts, conversationId),
    purge: () => purgeIntroductions(parts, retentionDays),
    tick: () => expireIntroductions(parts),
  };
}
