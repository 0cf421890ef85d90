import { ConversationStore, type StoreOptions } from "../../bot/state/conversation-store.ts";
import { SqliteDatabase } from "../../bot/state/database/sqlite-database.ts";
import type { KeptActivity } from "../../bot/state/stored-conversation.ts";

/** Opens a store in an SQLite file, or in memory. */
export function openStore(file = ":memory:", options: StoreOptions = {}): ConversationStore {
  return new ConversationStore(new SqliteDatabase(file), options);
}

/** Appends an activity and waits until it is kept. @returns `undefined` when it was not taken. */
export async function appendKept(
  { conversations }: ConversationStore,
  id: string,
  fields: object,
): Promise<Pick<KeptActivity, "sequence"> | undefined> {
  const appended = await conversations.append(id, { fields });
  await appended?.whenKept;
  return appended && { sequence: appended.sequence };
}
