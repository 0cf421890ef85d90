/** Tells that an evaluation cannot run as asked: a wrong option, a missing file or a wrong line in one. */
export class InputError extends Error {
  override name = "InputError";
}
