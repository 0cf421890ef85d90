/** Abbreviations after which a full stop does not end a sentence; fi, sv and en together. */
const ABBREVIATIONS = new Set(
  `esim mm ml ks vrt ym yms jne nk ns n s v k kpl t klo puh alk joht os prof dr mr mrs ms st nr no vs etc eg ie e.g i.e
  approx ca cf inc ltd co corp dept bl.a bl t.ex tex d.v.s dvs m.fl mfl osv o.s.v ev resp kl tel st.f kap sid f.d
  jan feb mar apr jun jul aug sep sept oct nov dec tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu
  fig vol art sec par p pp rf vt ent synt milj mrd mio tms jms ts tm em ao huom tri yht fr.o.m t.o.m s.k p.g.a
  m.m o.d jfr tfn inkl exkl enl f.n st.f a.m p.m vs incl`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

const LONGEST_ABBREVIATION = 20;
const END = /[.!?…]+["”»')\]]*(?=\s+|$)/g;

/**
 * Splits a paragraph into sentences; dates ("17.3.2022"), ordinals ("1. lokakuuta"), numbers and common
 * abbreviations do not end one.
 *
 * @param paragraph Running text without line breaks.
 * @returns Sentences in order, trimmed; joined by spaces they give the paragraph again.
 *
 * @example
 * ```ts
 * splitSentences("KIP ry perustettiin 2006. Jäseniä on 22."); // two sentences
 * ```
 */
export function splitSentences(paragraph: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of paragraph.matchAll(END)) {
    const end = match.index + match[0].length;
    const after = paragraph.slice(end).trimStart();
    if (after !== "" && !endsSentence(paragraph.slice(start, end), { mark: match[0], after })) continue;
    const sentence = paragraph.slice(start, end).trim();
    if (sentence !== "") sentences.push(sentence);
    start = end;
  }
  const rest = paragraph.slice(start).trim();
  if (rest !== "") sentences.push(rest);
  return sentences;
}

function endsSentence(sentence: string, context: { mark: string; after: string }): boolean {
  if (!/^[\p{Lu}\p{N}"“”«'([–-]/u.test(context.after)) return false;
  if (!context.mark.startsWith(".")) return true;
  const bare = sentence.slice(0, -context.mark.length);
  const lastWord = /\S*$/.exec(bare.slice(-LONGEST_ABBREVIATION))?.[0] ?? "";
  const word = lastWord.replace(/^[("“«]+/, "").toLowerCase();
  // "J. Virtanen", "n. 5 km", but "12 000 t. Kipsiä": behind a number the letter is a unit.
  if (/^\p{L}$/u.test(word)) return /\d\s\p{L}$/u.test(bare.slice(-4)) && /^\p{Lu}/u.test(context.after);
  if (ABBREVIATIONS.has(word)) return false;
  // "1. Visioi", "17. maaliskuuta": a short number before a stop is an ordinal, unless a year or an amount.
  if (/^\d{1,2}$/.test(word)) return sentence.trim().length > 4 && /^\p{Lu}/u.test(context.after);
  // "17.3. 2022": day and month go on with their year.
  return !(/^\d{1,2}\.\d{1,2}$/.test(word) && /^\d{4}\b/.test(context.after));
}
