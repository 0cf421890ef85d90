/** An index that cannot be opened; `code` says why, the message what to do. */
export class IndexError extends Error {
  override readonly name = "IndexError";
  readonly code: "missing" | "broken" | "other-format" | "other-embeddings";

  constructor(code: IndexError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
