/** Numbers written as words, in the three languages and their common cases. */
const WORDS: Record<string, number> = {};

const LISTS: [number, string][] = [
  [0.5, "half puoli puolen puolta halv halva"],
  [1, "one yksi yhden yhtä yhteen en ett"],
  [2, "two kaksi kahden kahta två"],
  [3, "three kolme kolmen kolmea tre"],
  [4, "four neljä neljän neljää fyra"],
  [5, "five viisi viiden viittä fem"],
  [6, "six kuusi kuuden kuutta sex"],
  [7, "seven seitsemän seitsemää sju"],
  [8, "eight kahdeksan kahdeksaa åtta"],
  [9, "nine yhdeksän yhdeksää nio"],
  [10, "ten kymmenen kymmentä tio"],
  [12, "twelve kaksitoista kahdentoista tolv"],
  [15, "fifteen viisitoista viidentoista femton"],
  [20, "twenty kaksikymmentä kahdenkymmenen tjugo"],
  [30, "thirty kolmekymmentä kolmenkymmenen trettio"],
  [40, "forty neljäkymmentä neljänkymmenen fyrtio"],
  [50, "fifty viisikymmentä viidenkymmenen femtio"],
  [60, "sixty kuusikymmentä kuudenkymmenen sextio"],
  [80, "eighty kahdeksankymmentä kahdeksankymmenen åttio"],
  [100, "hundred sata sadan sataa hundra"],
  [200, "kaksisataa kahdensadan tvåhundra"],
  [500, "viisisataa viidensadan femhundra"],
  [1000, "thousand tuhat tuhannen tuhatta tusen"],
  [1_000_000, "million miljoona miljoonan miljoonaa miljoner miljon"],
];
WORDS["half a"] = WORDS["en halv"] = 0.5;
for (const [value, words] of LISTS) for (const word of words.split(" ")) WORDS[word] = value;

/**
 * Reads a whole number written as one word.
 *
 * @returns Nothing for a word that is no number of the list.
 *
 * @example
 * ```ts
 * readNumberWord("kolme"); // 3
 * ```
 */
export function readNumberWord(word: string): number | undefined {
  return WORDS[word.toLowerCase()];
}

/** A regular expression's alternation of all number words, longest first. */
export const NUMBER_WORD = Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join("|");
