/** What people want to be told of, and who wants to be introduced to whom. */
export const ALERTS = `
  create table alert (
    id integer primary key, conversation text not null, number integer not null, person text,
    language text not null, reader text not null, state text not null, query text not null, json text not null,
    checked text not null default '', created integer not null, changed integer not null,
    unique (conversation, number), unique (conversation, query)
  ) strict;
  create index alert_by_state on alert (state);
  create table alert_seen (
    alert integer not null references alert (id) on delete cascade, record text not null,
    primary key (alert, record)
  ) strict, without rowid;
  create table introduction_target (
    id text primary key, conversation text not null, json text not null, created integer not null
  ) strict, without rowid;
  create index introduction_target_by_conversation on introduction_target (conversation);
  create table introduction (
    id integer primary key, conversation text not null, target text not null unique, person text,
    language text not null, state text not null, revision integer not null, json text not null,
    created integer not null, changed integer not null
  ) strict;
  create index introduction_by_state on introduction (state, changed);
  create index introduction_by_conversation on introduction (conversation);
  `;
