import type { Language } from "../../../knowledge/languages.ts";
import type { AdaptiveCard, CardAction } from "../../reply/adaptive-card.ts";
import type { Actor } from "../actor.ts";

/** Somebody opens or sends a dialog in Teams. */
export interface DialogRequest {
  actor: Actor;
  language: Language;
  /** Key of the conversation it was opened from. */
  conversationId: string;
  /** What the button carried, and the fields of the sent form by their ids. */
  fields: Readonly<Record<string, string>>;
}

/** What the dialog shows next; a message closes it when it is pressed away. */
export type DialogAnswer =
  | { kind: "card"; title: string; card: AdaptiveCard }
  | { kind: "message"; text: string };

/** A window with a form, opened from a card or by a command in Teams (`task/fetch`, `task/submit`). */
export interface Dialog {
  /** Subject and verb: `faq.edit`. */
  name: string;
  open(request: DialogRequest): Promise<DialogAnswer>;
  submit(request: DialogRequest): Promise<DialogAnswer>;
}

/** Key under which buttons and forms name their dialog. */
export const DIALOG_KEY = "dialog";

/** A button that opens a dialog; only cards for Teams may hold one. */
export function openDialogAction(
  title: string,
  name: string,
  fields: Record<string, string> = {},
): CardAction {
  return {
    type: "Action.Submit",
    title,
    data: { msteams: { type: "task/fetch" }, [DIALOG_KEY]: name, ...fields },
  };
}

/** The button that sends a dialog's form. */
export function submitDialogAction(
  title: string,
  name: string,
  fields: Record<string, string> = {},
): CardAction {
  return { type: "Action.Submit", title, data: { [DIALOG_KEY]: name, ...fields } };
}
