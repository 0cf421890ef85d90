/** Activities that wait to be filed by conversation. */
export const NEW_ACTIVITIES = `
  create table new_activity (
    id integer primary key, conversation text not null, sequence integer not null, json text not null
  ) strict;
  `;
