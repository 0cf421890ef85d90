/**
 * Turns of messages that were acknowledged and are not answered yet; conversations that were erased within the last
 * hour; which socket of which process feeds a conversation; sessions that were ended before their time.
 */
export const PENDING_TURNS = `
  create table pending_turn (
    id text primary key, conversation text not null, channel text not null, sequence integer not null,
    json text not null, state text not null default 'waiting', attempts integer not null default 0,
    created integer not null
  ) strict, without rowid;
  create index pending_turn_by_conversation on pending_turn (conversation);
  create index pending_turn_by_time on pending_turn (created);
  create table erased_key (key text primary key, erased integer not null) strict, without rowid;
  create index erased_key_by_time on erased_key (erased);
  create table open_socket (
    conversation text primary key, connection text not null, replaced text not null, seen integer not null
  ) strict, without rowid;
  create table ended_session (id text primary key, expires integer not null) strict, without rowid;
  `;
