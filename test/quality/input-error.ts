/** Tells that an evaluation cannot run as asked: a wrong option, a missing file or a wrong line in one. */
export class InputError extends Error {
  override name = "InputError";
}

/** Names the action that failed before the reason of another error. */
export function toInputError(action: string, cause: unknown): InputError {
  return new InputError(`${action}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
