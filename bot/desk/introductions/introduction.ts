import { z } from "zod";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import { FIELD_GROUPS } from "../../../knowledge/schema.ts";

/** Where an introduction stands. Open ones are `asked` (waits for the coordinator) and `contacted` (the other side was asked). */
export const INTRODUCTION_STATES = [
  "asked",
  "contacted",
  "agreed",
  "declined",
  "expired",
  "withdrawn",
  "stopped",
] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];

/** What of the asker may be told to the other side, each by a tick of its own. */
export const ASKER_FIELDS = ["who", "stream", "amount", "contact"] as const;
export type AskerField = (typeof ASKER_FIELDS)[number];

/** Whom somebody wants to be introduced to. The asker never sees more of it than `label`. */
export const targetSchema = z.object({
  /** `hidden`: a company of which the asker may not know the name; `stream`: whoever a stream arises at. */
  kind: z.enum(["company", "hidden", "stream"]),
  /** How the asker knows it, in the language of the asker. */
  label: z.string(),
  company: z.string().optional(),
  stream: z.string().optional(),
  /** Ids of the companies that may be meant by a hidden one; for the coordinator alone. */
  candidates: z.array(z.string()).optional(),
  /** What the asker searched a partner for, without its amount. */
  about: z.string(),
  amount: z.string(),
});
export type IntroductionTarget = z.infer<typeof targetSchema>;

const askerSchema = z.object({
  company: z.string(),
  name: z.string(),
  contact: z.string(),
  stream: z.string(),
  amount: z.string(),
  message: z.string(),
  allowed: z.array(z.enum(ASKER_FIELDS)),
});
/** What the asker told, and what of it may be passed on. */
export type IntroductionAsker = z.infer<typeof askerSchema>;

const releasedSchema = z.object({ group: z.enum(FIELD_GROUPS), text: z.string() });
/** A field group of the other side with the words that were passed on. */
export type ReleasedField = z.infer<typeof releasedSchema>;

const eventSchema = z.object({
  at: z.number(),
  kind: z.enum([...INTRODUCTION_STATES, "mailed", "erased"]),
  /** Id and name of who did it; the asker is nobody here. */
  actor: z.string(),
  name: z.string(),
});
export type IntroductionEvent = z.infer<typeof eventSchema>;

/** What is kept of an introduction as JSON. */
export const introductionDetailsSchema = z.object({
  target: targetSchema,
  asker: askerSchema,
  reader: z.enum(["public", "member", "coordinator"]),
  released: z.array(releasedSchema).optional(),
  reason: z.string().optional(),
  /** Published address that a mail was sent to. */
  mailedTo: z.string().optional(),
  events: z.array(eventSchema),
  isErased: z.boolean().optional(),
});
export type IntroductionDetails = z.infer<typeof introductionDetailsSchema>;

/** A wish to be introduced, with all that came of it. */
export interface Introduction extends IntroductionDetails {
  id: number;
  /** Conversation of the asker; empty once it was erased. */
  conversation: string;
  person: string | undefined;
  language: Language;
  /** Rank of the asker when they asked. */
  reader: Reader;
  state: IntroductionState;
  revision: number;
  /** Milliseconds since 1970. */
  created: number;
  changed: number;
}

/** Whether something may still come of it. */
export function isOpen({ state }: Pick<Introduction, "state">): boolean {
  return state === "asked" || state === "contacted";
}

/** What the asker allowed to be told, field by field, and nothing else. */
export function allowedFields(asker: IntroductionAsker): { field: AskerField | "message"; text: string }[] {
  const { company, name, stream, amount, contact, message } = asker;
  const words: Record<AskerField, string> = {
    who: [name, company].filter((part) => part !== "").join(", "),
    stream,
    amount,
    contact,
  };
  const allowed = ASKER_FIELDS.filter((field) => asker.allowed.includes(field)).map((field) => ({
    field,
    text: words[field],
  }));
  return [...allowed, { field: "message" as const, text: message }].filter(({ text }) => text !== "");
}
