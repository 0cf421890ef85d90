/** How far a typed word is from a known one, both wholly and as far as has been typed. */
export interface Distance {
  whole: number;
  /** Distance to the nearest beginning of the known word. */
  prefix: number;
}

/** Longest words that are compared; longer ones are as far apart as can be. */
const MOST_LETTERS = 60;
/** Rows of the table of distances, used again for each pair: tens of thousands are compared in one search. */
let before = new Uint8Array(MOST_LETTERS + 1);
let row = new Uint8Array(MOST_LETTERS + 1);
let next = new Uint8Array(MOST_LETTERS + 1);

/**
 * Counts the letters to be left out, put in, replaced or swapped with their neighbour to make one word of another.
 *
 * @param typed What was typed, 1 letter and up.
 * @param known The word it is compared with.
 * @param most Where counting stops, 1 and up: larger distances come back as `most + 1`.
 */
export function editDistance(typed: string, known: string, most: number): Distance {
  const far = most + 1;
  if (Math.max(typed.length, known.length) > MOST_LETTERS) return { whole: far, prefix: far };
  const width = Math.min(known.length, typed.length + most) + 1;
  for (let to = 0; to < width; to++) row[to] = to;
  for (let at = 1; at <= typed.length; at++) {
    if (fillRow({ typed, known, at, width }) > most) return { whole: far, prefix: far };
    [before, row, next] = [row, next, before];
  }
  let prefix = far;
  for (let to = 0; to < width; to++) prefix = Math.min(prefix, row[to] as number);
  const whole = known.length < width ? Math.min(row[known.length] as number, far) : far;
  return { whole, prefix };
}

/** Works out the distances of the first `at` letters typed to each beginning of the known word. @returns The least. */
function fillRow(pair: { typed: string; known: string; at: number; width: number }): number {
  const { typed, known, at, width } = pair;
  const letter = typed.charCodeAt(at - 1);
  const last = typed.charCodeAt(at - 2);
  next[0] = at;
  let least = at;
  for (let to = 1; to < width; to++) {
    const other = known.charCodeAt(to - 1);
    let cost = (row[to - 1] as number) + (letter === other ? 0 : 1);
    cost = Math.min(cost, (row[to] as number) + 1, (next[to - 1] as number) + 1);
    if (at > 1 && to > 1 && letter === known.charCodeAt(to - 2) && last === other)
      cost = Math.min(cost, (before[to - 2] as number) + 1);
    next[to] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
