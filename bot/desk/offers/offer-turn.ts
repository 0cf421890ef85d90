import type { SkillTurn } from "../../turn-skill.ts";
import type { Actor } from "../actor.ts";
import type { DeskBase } from "../desk-parts.ts";
import type { OfferReplyContext } from "./offer-replies.ts";
import type { SubmissionDesk } from "./submission-desk.ts";

/** A turn of a member with what answering it needs. */
export interface OfferTurn extends OfferReplyContext {
  base: DeskBase;
  desk: SubmissionDesk;
  seen: SkillTurn;
  actor: Actor;
  owner: { conversation: string; person: string | undefined };
  /** Milliseconds since 1970. */
  now: number;
}
