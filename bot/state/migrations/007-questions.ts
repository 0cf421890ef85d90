/**
 * What was asked and what came of it, for the queue and the figures. `text` is kept of questions that somebody should
 * look at only; `figure_day` holds neither conversations nor words.
 */
export const QUESTIONS = `
  create table asked (
    id integer primary key, turn text not null unique, conversation text not null,
    channel text not null, language text not null, intent text not null, outcome text not null,
    text text, day text not null, created integer not null,
    likes integer not null default 0, dislikes integer not null default 0, comments text not null default '[]',
    settled text, settled_at integer
  ) strict;
  create index asked_by_day on asked (day);
  create index asked_by_conversation on asked (conversation);
  create index asked_open on asked (created)
    where settled is null and (outcome in ('refused', 'weak') or dislikes > 0);
  create table asked_topic (
    asked integer not null references asked (id) on delete cascade, topic text not null,
    primary key (asked, topic)
  ) strict, without rowid;
  create table asked_target (
    conversation text not null, target text not null, turn text not null, created integer not null,
    primary key (conversation, target)
  ) strict, without rowid;
  create index asked_target_by_turn on asked_target (turn);
  create index asked_target_by_time on asked_target (created);
  create table happening (
    id integer primary key, kind text not null, conversation text not null, channel text not null,
    language text not null, day text not null, created integer not null
  ) strict;
  create index happening_by_day on happening (day);
  create index happening_by_conversation on happening (conversation);
  create table figure_day (
    day text not null, subject text not null, language text not null, channel text not null,
    intent text not null, outcome text not null, count integer not null, conversations integer not null,
    likes integer not null default 0, dislikes integer not null default 0,
    primary key (day, subject, language, channel, intent, outcome)
  ) strict, without rowid;
  `;
