/** What was asked and what came of it, for the queue and the figures. */
export const QUESTIONS = `
  create table asked (
    id integer primary key, turn text not null unique, conversation text not null, activity text,
    channel text not null, language text not null, intent text not null, outcome text not null,
    text text, topic text, json text not null, created integer not null
  ) strict;
  create index asked_by_time on asked (created);
  create index asked_by_conversation on asked (conversation);
  create table happening (
    id integer primary key, kind text not null, conversation text not null, channel text not null,
    language text not null, created integer not null
  ) strict;
  create index happening_by_time on happening (created);
  `;
