/** Conversations of the web chat, what is remembered, ratings. */
export const CONVERSATIONS = `
  create table conversation (
    id text primary key, user text not null, origin text, locale text,
    created integer not null, last_active integer not null, last_sequence integer not null default 0
  ) strict;
  create index conversation_by_activity on conversation (last_active);
  create table activity (
    conversation text not null references conversation (id) on delete cascade,
    sequence integer not null, json text not null,
    primary key (conversation, sequence)
  ) strict, without rowid;
  create table memory (key text primary key, json text not null, last_active integer not null) strict;
  create index memory_by_activity on memory (last_active);
  create table feedback (
    id integer primary key, conversation text not null, target text,
    reaction text not null, comment text, created integer not null
  ) strict;
  create table meta (key text primary key, value text not null) strict;
  `;
