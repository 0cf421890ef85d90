import { z } from "zod";
import { type FilledForm, FORM_KINDS } from "../turn.ts";

const MAX_FIELDS = 40;
/** Longest answer that is kept, in characters; the rest is cut. */
const MAX_FIELD_CHARS = 2000;

/** Numbers and switches come as such from some clients. */
const fieldSchema = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((answer) => String(answer).slice(0, MAX_FIELD_CHARS).toWellFormed().trim());

const filledFormSchema = z
  .looseObject({ form: z.enum(FORM_KINDS) })
  .transform(({ form, ...answers }) => ({ kind: form, answers }));

const answersSchema = z
  .record(z.string().regex(/^[a-z][\w-]{0,39}$/i), fieldSchema)
  .refine((answers) => Object.keys(answers).length <= MAX_FIELDS);

/**
 * Reads what a person filled in on a card: the `value` of a message without words.
 *
 * @param value Whatever the client sent.
 * @returns The form and its answers without the empty ones; `undefined` when it is no form of ours.
 *
 * @example
 * ```ts
 * readCardForm({ form: "partners", what: "fly ash", place: "" }); // { kind: "partners", fields: { what: "fly ash" } }
 * ```
 */
export function readCardForm(value: unknown): FilledForm | undefined {
  const form = filledFormSchema.safeParse(value);
  const answers = answersSchema.safeParse(form.data?.answers);
  if (!form.success || !answers.success) return undefined;
  const filled = Object.entries(answers.data).filter(([, answer]) => answer !== "");
  return { kind: form.data.kind, fields: Object.fromEntries(filled) };
}
