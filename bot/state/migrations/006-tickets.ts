/** Questions that people are asked to answer, and forms that were shown and may still be sent. */
export const TICKETS = `
  create table ticket (
    id integer primary key autoincrement, conversation text not null, person text, state text not null,
    revision integer not null, language text not null, assignee text, json text not null,
    created integer not null, changed integer not null
  ) strict;
  create index ticket_by_state on ticket (state, changed);
  create index ticket_by_conversation on ticket (conversation);
  create table ticket_event (
    ticket integer not null references ticket (id) on delete cascade, sequence integer not null,
    kind text not null, json text not null, at integer not null, actor text not null,
    primary key (ticket, sequence)
  ) strict, without rowid;
  create table ticket_form (
    key text primary key, conversation text not null, json text not null, ticket integer, created integer not null
  ) strict, without rowid;
  create index ticket_form_by_conversation on ticket_form (conversation);
  create index ticket_form_by_time on ticket_form (created);
  `;
