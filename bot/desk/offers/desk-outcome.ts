/** How a change ended. */
export type DeskOutcome<Done> =
  | { kind: "done"; value: Done }
  /** Somebody changed the submission or the row in between; nothing was done. */
  | { kind: "conflict" }
  | { kind: "missing" };
