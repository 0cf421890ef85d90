/** The SQL of memories, ratings and single values. */
export const STORE_STATEMENTS = {
  loadMemory: "select json from memory where key = ?",
  saveMemory:
    "insert into memory (key, json, last_active) select cast(? as text), cast(? as text), cast(? as bigint) where not exists (select 1 from erased_key where key = ?) on conflict (key) do update set json = excluded.json, last_active = excluded.last_active",
  addFeedback:
    "insert into feedback (conversation, person, target, reaction, comment, created) values (?, ?, ?, ?, ?, ?)",
  changeFeedback:
    "update feedback set reaction = ?, comment = coalesce(?, comment), created = ? where conversation = ? and person is not distinct from ? and target = ?",
  readFeedback: "select conversation, person, target, reaction, comment from feedback order by id",
  readMeta: "select value from meta where key = ?",
  addMeta: "insert into meta (key, value) values (?, ?) on conflict do nothing",
  // What another process saves just now comes before, and then goes too, or after, and is dropped.
  keepOthersOut: {
    sqlite: "select 1 as one",
    postgres: "lock table memory, feedback in share row exclusive mode",
  },
  eraseMemory: "delete from memory where key = ?",
  eraseFeedback: "delete from feedback where conversation = ?",
  purgeMemory: "delete from memory where last_active < ?",
  purgeFeedback: "delete from feedback where created < ?",
} as const;
