import type { Activity } from "botbuilder";
import { readSendError } from "./send-error.ts";

/** Makes one form of a reply; made only when its turn comes. */
export type ReplyForm = () => Partial<Activity>;

/**
 * Delivers the fullest form of a reply that the channel takes.
 *
 * @param forms Fullest first, at least one. Where the channel refuses one as wrong or too large (400, 413), the next is
 * tried: an answer without its card is better than none.
 * @param deliver Sends one form.
 * @throws {unknown} What `deliver` threw of the last form, or for any other reason than its content.
 */
export async function deliverForms(
  forms: readonly ReplyForm[],
  deliver: (activity: Partial<Activity>) => Promise<unknown>,
): Promise<void> {
  for (const [index, form] of forms.entries()) {
    try {
      await deliver(form());
      return;
    } catch (error) {
      if (index === forms.length - 1 || !isContentRefused(error)) throw error;
    }
  }
}

/** Tells whether the channel does not take the content of what was sent. */
export function isContentRefused(error: unknown): boolean {
  const { status } = readSendError(error);
  return status === 400 || status === 413;
}
