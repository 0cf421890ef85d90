/** Side streams and needs that members tell of, and those that a coordinator approved. */
export const SUBMISSIONS = `
  create table submission (
    id integer primary key, kind text not null, state text not null, conversation text not null,
    person text, language text not null, revision integer not null, record text, json text not null,
    created integer not null, changed integer not null
  ) strict;
  create index submission_by_state on submission (state, changed);
  create index submission_by_conversation on submission (conversation);
  create table live_record (
    kind text not null, id text not null, revision integer not null, state text not null, json text not null,
    conversation text, person text, expires text, reminded text, changed integer not null, changed_by text not null,
    primary key (kind, id)
  ) strict, without rowid;
  `;
