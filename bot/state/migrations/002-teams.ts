/** Activities already taken, where the bot may speak, whose a rating is. */
export const TEAMS = `
  create table seen_activity (key text primary key, seen integer not null) strict, without rowid;
  create index seen_activity_by_time on seen_activity (seen);
  create table conversation_reference (
    key text primary key, json text not null, last_active integer not null
  ) strict;
  alter table feedback add column person text;
  create index feedback_by_target on feedback (conversation, target);
  `;
