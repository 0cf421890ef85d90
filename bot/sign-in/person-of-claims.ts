import type { Reader } from "../../knowledge/languages.ts";

/** What a session keeps of a person. */
export interface SessionPerson {
  /** The provider's key of the person (`sub`). */
  subject?: string;
  /** As the provider writes it. */
  name?: string;
}

/** The standard allows no longer key. */
const MAX_SUBJECT_CHARS = 255;
/** Both must fit into a cookie together. */
const MAX_NAME_CHARS = 100;
const NAME_CLAIMS = ["name", "preferred_username", "email"];

/**
 * What of a person goes into the session: key and name of a coordinator, because the log of the desk tells who did
 * what; nothing of anybody else.
 *
 * @param claims Claims of a verified identity token.
 * @param reader Rank of the person.
 * @returns The name is the first of `name`, `preferred_username` and `email` that is a text, cut at 100 characters.
 *
 * @example
 * ```ts
 * personOfClaims({ sub: "a1", name: "Kaisa Ranta" }, "coordinator"); // { subject: "a1", name: "Kaisa Ranta" }
 * personOfClaims({ sub: "b2", name: "Maija" }, "member"); // {}
 * ```
 */
export function personOfClaims(claims: Readonly<Record<string, unknown>>, reader: Reader): SessionPerson {
  if (reader !== "coordinator") return {};
  const { sub } = claims;
  const subject = typeof sub === "string" && sub.length <= MAX_SUBJECT_CHARS && sub !== "" ? sub : undefined;
  const name = NAME_CLAIMS.map((claim) => readName(claims[claim])).find((text) => text !== "");
  return { ...(subject === undefined ? {} : { subject }), ...(name === undefined ? {} : { name }) };
}

/** One line without signs that change how the rest of a line is written. */
function readName(value: unknown): string {
  if (typeof value !== "string") return "";
  const line = value
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .toWellFormed()
    .trim();
  return [...line].slice(0, MAX_NAME_CHARS).join("").trim();
}
