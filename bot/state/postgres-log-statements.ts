/** Under this topic the id of a conversation is announced when it has new activities. */
export const ACTIVITY_TOPIC = "sivuvirta_activity";

const NUMBERED_ID =
  "conversation || '|' || lpad(cast(sequence as text), greatest(7, length(cast(sequence as text))), '0')";

/**
 * Keeps activities of one conversation: an answer only if its turn is still kept, which ends with it; one that the client
 * named only if that name is new. Turns are deleted before the conversation is written, as wherever both are touched, so
 * that two never wait for each other.
 *
 * Values: the activities as a JSON array, time, conversation, time, conversation, time, topic and text of the announcement.
 */
const APPEND = `
with item as materialized (
  select *, row_number() over (partition by seen order by position) as copy from json_to_recordset(cast(? as json))
    as item (position bigint, fields text, turn text, key text, answers text, seen text)
), named as (
  insert into seen_activity (key, seen)
  select seen, ? from item where seen is not null and copy = 1 and exists (select 1 from conversation where id = ?)
  order by seen on conflict do nothing returning key
), ended as (
  delete from pending_turn where id in (select answers from item) returning id
), taken as materialized (
  select *, row_number() over (order by position) as place from item
  where (answers is null or answers in (select id from ended))
    and (seen is null or copy = 1 and seen in (select key from named))
), counted as (
  update conversation set last_active = ?, last_sequence = last_sequence + (select count(*) from taken)
  where id = ? returning id as conversation, last_sequence - (select count(*) from taken) as before
), placed as (
  select taken.*, conversation, before + place as sequence from taken, counted
), numbered as materialized (
  select *, ${NUMBERED_ID} as id from placed
), kept as (
  insert into activity (conversation, sequence, json)
  select conversation, sequence, '{"id":' || cast(to_json(id) as text) || fields from numbered
  returning sequence, json
), noted as (
  insert into pending_turn (id, conversation, channel, sequence, json, created)
  select id, key, 'web-chat', sequence, turn, ? from numbered where turn is not null
), told as materialized (
  select count(pg_notify(?, ?)) as count from counted
)
select position, numbered.sequence, id, kept.json from numbered
join kept on kept.sequence = numbered.sequence cross join told order by position`;

/** The SQL of the conversation log in Postgres. */
export const LOG_STATEMENTS = {
  create:
    'insert into conversation (id, "user", origin, locale, created, last_active) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
  read: 'select id, "user", origin, locale, last_sequence from conversation where id = ?',
  append: APPEND,
  trim: "delete from activity where conversation = ? and sequence <= ?",
  readActivities:
    "select sequence, json from activity where conversation = ? and sequence > ? and sequence > (select last_sequence from conversation where id = activity.conversation) - ? order by sequence limit ?",
  delete: "delete from conversation where id = ?",
  deleteIdle: "delete from conversation where last_active < ?",
  deleteTurns: "delete from pending_turn where id >= ? and id < ?",
  settleTurn: "delete from pending_turn where id = ?",
  findNamed:
    "select sequence, json from activity where conversation = ? and position(cast(? as text) in json) > 0 order by sequence desc",
} as const;
