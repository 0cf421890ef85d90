import { z } from "zod";

const mentionSchema = z.object({
  type: z.literal("mention"),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
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
  text?: string | null;
  value?: unknown;
  entities?: readonly unknown[] | null;
  recipient?: { id?: string; name?: string };
}

/** A name in a message, marked up by Teams. */
const MENTION = /<at(?:\s[^<>]{0,100})?>([^<]{0,200})<\/at>/gi;

/**
 * What a person said with a message: its words without the mention of the bot, or those of a pressed button.
 *
 * The SDK's own stripper takes one mention only, and fails on one without text (botbuilder-dotnet issues 2504 and 4841).
 * Here every mention of the bot goes, whether its entity has the text, lacks it, or is missing itself at the beginning
 * of the message. Names of other people stay, without their markup.
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
  if (!message.entities?.length && !message.text?.includes("<")) return tidy(message.text ?? "");
  const mentions = (message.entities ?? []).flatMap((entity) => mentionSchema.safeParse(entity).data ?? []);
  const own = mentions.filter(({ mentioned }) => mentioned.id === message.recipient?.id);
  const ofOthers = new Set(
    mentions.filter((mention) => !own.includes(mention)).map(({ text }) => nameKey(text)),
  );
  const names = new Set(
    [message.recipient?.name, ...own.map(({ mentioned }) => mentioned.name)].map(nameKey),
  );
  let text = tidy(message.text ?? "");
  // A bare name goes once for each entity, for it could be a word of the question too.
  for (const mention of own) text = text.replace(tidy(mention.text ?? ""), () => " ");
  // An entity of the bot without text stands for the first name that no entity of another claims.
  let unnamed = own.filter((mention) => !mention.text).length;
  text = text.replace(MENTION, (markup: string, name: string) => {
    if (ofOthers.has(nameKey(markup))) return name;
    return names.has(nameKey(name)) || unnamed-- > 0 ? " " : name;
  });
  return tidy(text).replace(/ {2,}/g, " ");
}

function nameKey(name: string | null | undefined): string {
  return tidy(name ?? "").toLowerCase();
}

/** No-break spaces become spaces, as Teams puts them after a mention. */
function tidy(text: string): string {
  return text.replace(/&nbsp;|&#160;|[\u00a0\u202f]/g, " ").trim();
}
