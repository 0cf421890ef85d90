import { z } from "zod";

const mentionSchema = z.object({
  type: z.literal("mention"),
  mentioned: z.object({ id: z.string() }),
  text: z.string().nullish(),
});

/** A pressed card button says its question as a bare string, under `say` or under `text`; a filled form says none. */
const pressedButtonSchema = z.union([
  z.string(),
  z.object({ say: z.string() }).transform(({ say }) => say),
  z.object({ text: z.string(), form: z.undefined().optional() }).transform(({ text }) => text),
]);

/** The parts of a message this file reads; all of it is the sender's input. */
export interface MessageParts {
  text?: string;
  value?: unknown;
  entities?: readonly unknown[];
  recipient?: { id?: string };
}

/**
 * What a person said with a message: its words without the mention of the bot, or those of a pressed button.
 *
 * Names of other people stay, without their markup.
 *
 * @returns The words, trimmed; empty for a message that holds none, such as a picture.
 *
 * @example
 * ```ts
 * readMessageText({ value: { say: "Which parks have steam?" } }); // "Which parks have steam?"
 * ```
 */
export function readMessageText(message: MessageParts): string {
  const words = withoutMentions(message);
  if (words) return words;
  const pressed = pressedButtonSchema.safeParse(message.value);
  return pressed.success ? tidy(pressed.data) : "";
}

function withoutMentions(message: MessageParts): string {
  let text = message.text ?? "";
  for (const entity of message.entities ?? []) {
    const mention = mentionSchema.safeParse(entity);
    if (!mention.success || mention.data.mentioned.id !== message.recipient?.id) continue;
    if (mention.data.text) text = text.replace(mention.data.text, () => " ");
  }
  return tidy(text.replace(/<at>([^<]{0,200})<\/at>/g, (_, name: string) => name));
}

function tidy(text: string): string {
  return text.replace(/&nbsp;|\u00a0/g, " ").trim();
}
