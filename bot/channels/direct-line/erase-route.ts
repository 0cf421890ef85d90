import type { Request } from "restify";
import type { HttpAnswer } from "../http.ts";
import { readConversation } from "./authorise.ts";
import type { DirectLineOptions } from "./endpoint-options.ts";

/**
 * `POST conversations/{id}/erase`: deletes the conversation, what the bot remembers of it and its ratings.
 *
 * Our own, not part of Direct Line 3.0. The conversation ends at once: its socket closes, its tokens get 404, turns that
 * wait are dropped, and so is whatever a turn that runs just then goes on to write.
 */
export async function eraseConversation(request: Request, options: DirectLineOptions): Promise<HttpAnswer> {
  const { id } = (await readConversation(request, options)).conversation;
  await options.hub.erase(id);
  options.log.info("conversation.erased");
  return { status: 204 };
}
