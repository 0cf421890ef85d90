import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { SentQuestion } from "./asker-tickets.ts";
import type { ShownForm } from "./form-store.ts";
import { oneLine, tidyText } from "./present-words.ts";
import { MAX_QUESTION_CHARS } from "./ticket.ts";

/** One address: no lists, no names, nothing that could begin another header. */
const EMAIL = /^[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;
const MAX_EMAIL_CHARS = 254;

/** Tells whether a text is one e-mail address that a message can be sent to. */
export function isEmail(text: string): boolean {
  return text.length <= MAX_EMAIL_CHARS && EMAIL.test(text);
}

/**
 * Reads what the asker sends of the form that was shown.
 *
 * @param fields Answers by the ids of the form; those left empty are absent.
 * @param options.form What was shown: only turns and name of it can be sent.
 * @param options.sendsMail Without a mail server no address is kept.
 * @returns The question, or what is wrong with the form.
 */
export function readTicketForm(
  fields: Readonly<Record<string, string>>,
  { form, sendsMail }: { form: ShownForm; sendsMail: boolean },
): { sent: SentQuestion } | { problem: "question" | "email" } {
  const question = tidyText(fields.question ?? "", MAX_QUESTION_CHARS);
  if (!/[\p{L}\d]/u.test(question)) return { problem: "question" };
  const wantsMail = sendsMail && fields.contact === "email";
  const email = oneLine(fields.email ?? "");
  if (wantsMail && !isEmail(email)) return { problem: "email" };
  const shared = (fields.share ?? "").split(",").map((part) => part.trim());
  return {
    sent: {
      question,
      turns: form.turns.filter((_, at) => shared.includes(String(at))),
      ...(form.name !== undefined && shared.includes("name") ? { name: form.name } : {}),
      language: LANGUAGES.find((language) => language === fields.language) ?? form.language,
      ...(wantsMail ? { email } : {}),
    },
  };
}
