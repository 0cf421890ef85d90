/** What is done at the desk, and messages on their way to people. */
export const DESK = `
  create table audit (
    id integer primary key, at integer not null, actor text not null, actor_name text not null,
    reader text not null, via text not null, action text not null, subject text not null, detail text not null
  ) strict;
  create index audit_by_time on audit (at);
  create table notice (
    id integer primary key, conversation text not null, about text, json text not null, created integer not null,
    due integer not null, attempts integer not null default 0, state text not null default 'waiting'
  ) strict;
  create index notice_by_state on notice (state, due);
  `;
