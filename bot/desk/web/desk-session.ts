import type { Session } from "../../sign-in/session-cookie.ts";
import type { Actor } from "../actor.ts";

/** Whoever comes to the desk, by whichever door. */
export interface DeskSession {
  /** Random, the same through the session; opens nothing. */
  id: string;
  /** End of the session, in seconds since 1970. */
  expires: number;
  actor: Actor;
  /** Whether it was opened by the first-run link. */
  isLocal: boolean;
}

/**
 * The session of the sign-in as the desk sees it.
 *
 * @param session Of any rank; one of before persons were kept counts as `web:unknown`.
 */
export function deskSessionOf({ id, expires, reader, subject, name = "" }: Session): DeskSession {
  return {
    id,
    expires,
    actor: { id: `web:${subject ?? "unknown"}`, name, reader, via: "desk" },
    isLocal: false,
  };
}
