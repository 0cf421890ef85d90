/** Tokens that the chat model has read and written, by UTC day: all processes share the budget of a day. */
export const MODEL_USAGE = `
  create table model_usage (day text primary key, tokens integer not null) strict, without rowid;
  `;
