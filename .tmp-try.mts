import { readLexicon } from "./indexer/default-lexicon.ts";
import { Lexicon } from "./indexer/lexicon/lexicon.ts";
const l = new Lexicon(await readLexicon({}));
for (const [t, g] of [["Kokkolan suurteollisuusalueella","fi"],["Karleby storindustriområde","sv"],["medlemsföretagen","sv"],["lentotuhkaa","fi"],["avfallet","sv"],["företaget","sv"],["teollisuuspuistossa","fi"],["industriområdet","sv"],["slammet","sv"],["gipset", "sv"],["fly ashes","en"],["bottenaskan","sv"],["puistoista","fi"],["jätteistä","fi"],["jätevedenpuhdistamolla","fi"],["hukkalämpöä","fi"],["överskottsvärmen","sv"]] as const)
 console.log(t, "=>", l.match(t,g).map(m=>`${m.concept.id}*${m.share}`).join(" "));
