import type { Language } from "../../../knowledge/languages.ts";
import { presentDate } from "../../calendar.ts";
import type { KeptAuditEntry } from "./audit-log.ts";
import { AUDIT_TEXTS } from "./texts.ts";

/** An entry in words. */
export interface PresentedEntry {
  at: string;
  who: string;
  rank: string;
  via: string;
  action: string;
  subject: string;
  detail: string;
}

const LOCALES: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };
const LOCAL_ACTOR = "local";

/** Writes an entry in words of a language; codes that have none stay as they are. */
export function presentEntry(entry: KeptAuditEntry, language: Language): PresentedEntry {
  const { ranks, doors } = AUDIT_TEXTS[language];
  const { at, actor, actorName, reader, via, action, subject, detail } = entry;
  return {
    at: presentTime(at, language),
    who: presentActor({ id: actor, name: actorName }, language),
    rank: wordOf(ranks, reader),
    via: wordOf(doors, via),
    action: presentAction(action, language),
    subject,
    detail: presentDetail(detail),
  };
}

/** Name of somebody, or the id where no channel told one. */
export function presentActor({ id, name }: { id: string; name: string }, language: Language): string {
  const { people } = AUDIT_TEXTS[language];
  if (id === LOCAL_ACTOR) return people.local;
  return name === "" ? `${people.unknown} (${id})` : name;
}

/**
 * An action in words.
 *
 * @example
 * ```ts
 * presentAction("faq.edit", "en"); // "FAQ entry: edited"
 * presentAction("faq.frobnicate", "en"); // "FAQ entry: frobnicate"
 * ```
 */
export function presentAction(action: string, language: Language): string {
  const [thing = "", ...deeds] = action.split(".");
  const deed = deeds.join(".");
  const { things, deeds: words } = AUDIT_TEXTS[language];
  const subject = wordOf(things, thing);
  return deed === "" ? subject : `${subject}: ${wordOf(words, deed)}`;
}

/**
 * What was acted on in words: "ticket:12" becomes "Ticket 12"; what has no word stays as it is.
 */
export function presentSubject(subject: string, language: Language): string {
  const [, thing = "", id = ""] = /^(\w+):(.+)$/s.exec(subject) ?? [];
  const { things } = AUDIT_TEXTS[language];
  return Object.hasOwn(things, thing) ? `${things[thing]} ${id}` : subject;
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}

/** Day and time to the second, in Finland. */
function presentTime(at: number, language: Language): string {
  const clock = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: "Europe/Helsinki",
    timeStyle: "medium",
  });
  return `${presentDate(at, language)} ${clock.format(at)}`;
}

/** `fields: answer.fi, tags; from: open`; what is nested stays JSON. */
function presentDetail(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${presentValue(value)}`)
    .join("; ");
}

function presentValue(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
