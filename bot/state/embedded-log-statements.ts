/** The SQL of the conversation log in SQLite. */
export const LOG_STATEMENTS = {
  create:
    "insert into conversation (id, user, origin, locale, created, last_active) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
  read: "select id, user, origin, locale, last_active, max(last_sequence, (select coalesce(max(sequence), 0) from activity where conversation = id)) as newest from conversation where id = ?",
  touch: "update conversation set last_active = ?, last_sequence = ? where id = ?",
  add: "insert into new_activity (conversation, sequence, json) values (?, ?, ?)",
  addTwo: "insert into new_activity (conversation, sequence, json) values (?, ?, ?), (?, ?, ?)",
  countNew: "select count(*) as count from new_activity",
  newest: "select conversation, max(sequence) as sequence from new_activity group by conversation",
  file: "insert into activity (conversation, sequence, json) select conversation, sequence, json from new_activity where conversation in (select id from conversation) order by conversation, sequence",
  forgetNew: "delete from new_activity",
  forgetNewOf: "delete from new_activity where conversation = ?",
  forgetOrphans:
    "delete from new_activity where conversation not in (select id from conversation) or exists (select 1 from activity where activity.conversation = new_activity.conversation and activity.sequence = new_activity.sequence)",
  trim: "delete from activity where conversation = ? and sequence <= ?",
  readActivities:
    "select sequence, json from activity where conversation = ? and sequence > ? order by sequence limit ?",
  delete: "delete from conversation where id = ?",
  deleteIdle: "delete from conversation where last_active < ? returning id",
  addTurn:
    "insert into pending_turn (id, conversation, channel, sequence, json, created) values (?, ?, 'web-chat', ?, ?, ?)",
  settleTurn: "delete from pending_turn where id = ?",
  pendingTurns: "select id from pending_turn where channel = 'web-chat'",
} as const;
