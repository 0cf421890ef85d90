/** Numbers written as words, in the three languages and their common cases. */
const ONES: [number, string][] = [
  [1, "one yksi yhden yhtä yhteen en ett"],
  [2, "two kaksi kahden kahta två"],
  [3, "three kolme kolmen kolmea tre"],
  [4, "four neljä neljän neljää fyra"],
  [5, "five viisi viiden viittä fem"],
  [6, "six kuusi kuuden kuutta sex"],
  [7, "seven seitsemän seitsemää sju"],
  [8, "eight kahdeksan kahdeksaa åtta"],
  [9, "nine yhdeksän yhdeksää nio"],
];
const TENS: [number, string][] = [
  [20, "twenty kaksikymmentä kahdenkymmenen tjugo"],
  [30, "thirty kolmekymmentä kolmenkymmenen trettio"],
  [40, "forty neljäkymmentä neljänkymmenen fyrtio"],
  [50, "fifty viisikymmentä viidenkymmenen femtio"],
  [60, "sixty kuusikymmentä kuudenkymmenen sextio"],
  [70, "seventy seitsemänkymmentä seitsemänkymmenen sjuttio"],
  [80, "eighty kahdeksankymmentä kahdeksankymmenen åttio"],
  [90, "ninety yhdeksänkymmentä yhdeksänkymmenen nittio"],
];
const OTHERS: [number, string][] = [
  [0.5, "half puoli puolen puolta halv halva half_a en_halv"],
  [10, "ten kymmenen kymmentä tio"],
  [11, "eleven yksitoista yhdentoista elva"],
  [12, "twelve kaksitoista kahdentoista tolv"],
  [13, "thirteen kolmetoista kolmentoista tretton"],
  [14, "fourteen neljätoista neljäntoista fjorton"],
  [15, "fifteen viisitoista viidentoista femton"],
  [16, "sixteen kuusitoista kuudentoista sexton"],
  [17, "seventeen seitsemäntoista sjutton"],
  [18, "eighteen kahdeksantoista arton"],
  [19, "nineteen yhdeksäntoista nitton"],
  [100, "hundred a_hundred sata sadan sataa hundra"],
  [200, "kaksisataa kahdensadan tvåhundra"],
  [300, "kolmesataa kolmensadan trehundra"],
  [400, "neljäsataa neljänsadan fyrahundra"],
  [500, "viisisataa viidensadan femhundra"],
  [600, "kuusisataa kuudensadan sexhundra"],
  [700, "seitsemänsataa seitsemänsadan sjuhundra"],
  [800, "kahdeksansataa kahdeksansadan åttahundra"],
  [900, "yhdeksänsataa yhdeksänsadan niohundra"],
  [1000, "thousand a_thousand tuhat tuhannen tuhatta tusen"],
  [1_000_000, "million a_million miljoona miljoonan miljoonaa miljoner miljon"],
];

const toEntries = (list: [number, string][]) =>
  list.flatMap(([value, words]) =>
    words.split(" ").map((word): [string, number] => [word.replaceAll("_", " "), value]),
  );
const ONE = new Map(toEntries(ONES));
const TEN = new Map(toEntries(TENS));
const WHOLE = new Map([...ONE, ...TEN, ...toEntries(OTHERS)]);

/** An alternation of words, longest first. */
const anyOf = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join("|");
/** "Twenty-five", "kaksikymmentäviisi", "tjugofem". */
const COMPOUND = `(?:${anyOf(TEN.keys())})[- ]?(?:${anyOf(ONE.keys())})`;
const WHOLE_COMPOUND = new RegExp(`^(${anyOf(TEN.keys())})[- ]?(${anyOf(ONE.keys())})$`);

/**
 * Reads a whole number below a hundred, a full hundred, "thousand", "million" or "half" written in words.
 *
 * @returns Nothing for a word that is no such number.
 *
 * @example
 * ```ts
 * readNumberWord("kolme"); // 3
 * readNumberWord("tjugofem"); // 25
 * ```
 */
export function readNumberWord(word: string): number | undefined {
  const lower = word.toLowerCase();
  const [, ten = "", one = ""] = WHOLE_COMPOUND.exec(lower) ?? [];
  const compound = (TEN.get(ten) ?? Number.NaN) + (ONE.get(one) ?? Number.NaN);
  return WHOLE.get(lower) ?? (Number.isNaN(compound) ? undefined : compound);
}

/** A regular expression's alternation of all number words, longest first. */
export const NUMBER_WORD = `${COMPOUND}|${anyOf(WHOLE.keys())}`;
