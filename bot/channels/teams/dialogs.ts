import type { Activity, TurnContext } from "botbuilder";
import { z } from "zod";
import type { Language, Reader } from "../../../knowledge/languages.ts";
import type { Actor } from "../../desk/actor.ts";
import { DIALOG_KEY, type Dialog, type DialogAnswer, type DialogRequest } from "../../desk/dialogs/dialog.ts";
import { describeError, type Log } from "../../log.ts";
import { conversationKey } from "../conversation-key.ts";
import type { InvokeAnswer } from "../handler-options.ts";
import { languageOfActivity } from "../locale.ts";
import { CARD_TYPE } from "../render-attachments.ts";
import { turnPersonOf } from "../turn-person.ts";
import { DIALOG_TEXTS } from "./dialog-texts.ts";

/** Choices of {@link createDialogInvokes}. */
export interface DialogInvokesOptions {
  dialogs: readonly Dialog[];
  /** Rank of the sender for what they do. */
  rankOf: (context: TurnContext) => Promise<Reader>;
  log: Log;
}

const MAX_FIELDS = 60;
const MAX_FIELD_CHARS = 20_000;

const valueSchema = z.object({ data: z.record(z.string(), z.unknown()).default({}) });
/** Numbers and switches come as such from some clients; what the client adds for itself is an object. */
const fieldSchema = z.union([z.string(), z.number(), z.boolean()]);

/**
 * Creates what answers the invokes of windows: `task/fetch` opens one, `task/submit` sends its form. They are for
 * coordinators; anybody else is told so, whatever the button says.
 *
 * Teams waits 5 s at most, so a dialog must not ask anything far away.
 *
 * @returns `undefined` for an invoke of another kind.
 */
export function createDialogInvokes(
  options: DialogInvokesOptions,
): (context: TurnContext) => Promise<InvokeAnswer | undefined> {
  const byName = new Map(options.dialogs.map((dialog) => [dialog.name, dialog]));
  return async (context) => {
    const { activity } = context;
    if (activity.name !== "task/fetch" && activity.name !== "task/submit") return undefined;
    const language = languageOfActivity(activity) ?? "en";
    const texts = DIALOG_TEXTS[language];
    const value = valueSchema.safeParse(activity.value);
    const fields = readFields(value.data?.data ?? {});
    const dialog = byName.get(fields[DIALOG_KEY] ?? "");
    if (dialog === undefined) return toAnswer({ kind: "message", text: texts.unknown });
    const actor = await actorOf(context, options);
    if (actor?.reader !== "coordinator") return toAnswer({ kind: "message", text: texts.notAllowed });
    try {
      const request = requestOf(activity, { actor, language, fields });
      const answer = await (activity.name === "task/fetch" ? dialog.open(request) : dialog.submit(request));
      return toAnswer(answer);
    } catch (error) {
      options.log.error("dialog.failed", { name: dialog.name, ...describeError(error) });
      return toAnswer({ kind: "message", text: texts.failed });
    }
  };
}

function requestOf(
  activity: Activity,
  known: { actor: Actor; language: Language; fields: Record<string, string> },
): DialogRequest {
  const { [DIALOG_KEY]: _name, ...fields } = known.fields;
  return { ...known, fields, conversationId: conversationKey(activity) };
}

/** The sender, with the rank the settings give them; `undefined` when the channel does not tell who it is. */
async function actorOf(context: TurnContext, { rankOf }: DialogInvokesOptions): Promise<Actor | undefined> {
  const person = turnPersonOf(context.activity);
  if (person === undefined) return undefined;
  return { id: person.id, name: person.name ?? "", reader: await rankOf(context), via: "teams" };
}

/** The fields as texts; the empty ones stay, for a cleared field is an answer. */
function readFields(data: Record<string, unknown>): Record<string, string> {
  const fields = Object.entries(data).flatMap(([name, value]): [string, string][] => {
    const field = fieldSchema.safeParse(value);
    return field.success ? [[name, String(field.data).slice(0, MAX_FIELD_CHARS).toWellFormed().trim()]] : [];
  });
  return Object.fromEntries(fields.slice(0, MAX_FIELDS));
}

function toAnswer(answer: DialogAnswer): InvokeAnswer {
  const task =
    answer.kind === "message"
      ? { type: "message", value: answer.text }
      : {
          type: "continue",
          value: {
            title: answer.title,
            width: "large",
            height: "large",
            card: { contentType: CARD_TYPE, content: answer.card },
          },
        };
  return { status: 200, body: { task } };
}
