import type { DeskBase } from "../../bot/desk/desk-parts.ts";
import type { Reply } from "../../bot/reply/reply.ts";

/** A message that waits to be delivered. */
export interface ReadNotice {
  conversationId: string;
  reply: Reply;
  about: string | undefined;
}

/** Reads what waits to be delivered, oldest first, and leaves it there: taking it would keep it from others for a minute. */
export async function readNotices({ database }: Pick<DeskBase, "database">): Promise<ReadNotice[]> {
  const rows = await database
    .prepare("select conversation, about, json from notice where state = 'waiting' order by id")
    .all();
  return rows.map(({ conversation, about, json }) => ({
    conversationId: String(conversation),
    reply: JSON.parse(String(json)) as Reply,
    about: about === null ? undefined : String(about),
  }));
}
