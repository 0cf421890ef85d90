/**
 * FAQ entries that were written or changed at the desk, and each form they had. `base` is a fingerprint of what stood in
 * the knowledge files when the entry was taken over or last written back to them.
 */
export const FAQ = `
  create table faq_entry (
    id text primary key, revision integer not null, state text not null, json text not null, base text not null,
    changed integer not null, changed_by text not null, changed_by_name text not null
  ) strict;
  create table faq_revision (
    id text not null, revision integer not null, change text not null, state text not null, json text not null,
    changed integer not null, changed_by text not null, changed_by_name text not null, primary key (id, revision)
  ) strict, without rowid;
  `;
