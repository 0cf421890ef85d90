const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, "iu");

/** Verbs that want something gone. */
const ERASES = word(
  "delet(?:e|ed|ing)|eras(?:e|ed|ing)|remov(?:e|ed|ing)|wip(?:e|ed|ing)|clear|purge|forget|poist\\p{L}+|pyyhi\\p{L}*|tuhoa\\p{L}*|hävit\\p{L}+|unohd\\p{L}+|radera\\p{L}*|ta(?:s|r)? bort|stryk\\p{L}*|släng\\p{L}*|utplåna\\p{L}*|förstör\\p{L}*|glöm\\p{L}*",
);
const FORGETS = word("forget|unohd\\p{L}+|glöm\\p{L}*");

/** What is kept of the person, in so many words. */
const KEPT_OF_ME = word(
  [
    "my (?:own )?(?:personal )?(?:data|information|details|info|conversation|chat|history|records?|questions)|our (?:conversation|chat)",
    "(?:everything|all|anything|what|whatever|(?:the )?(?:data|information))(?: \\p{L}+){0,6} (?:about|of|on|from|concerning|regarding) (?:me|us)|what you (?:know|have|store|keep) (?:of|about|on) me",
    "(?:henkilö|yhteys)?tietoni|(?:minun|mun|omat) (?:henkilö)?tiedot|tiedot(?:ta)? minusta|minua koskevat tiedot|(?:tämä )?keskustelu(?:historia)?(?:ni|mme)",
    "(?:kaikki|kaiken|mitä|minkä)(?: \\p{L}+){0,5} (?:minusta|meistä)|(?:minusta|musta) (?:\\p{L}+ ){0,3}(?:tallenn\\p{L}+|tiedät|tiedätte|on)",
    "(?:mina|våra) (?:egna )?(?:person)?uppgifter|min (?:data|information|historik|konversation)|(?:mitt|vårt) samtal|uppgifter(?:na)? om mig",
    "(?:allt|allting|det|vad)(?: \\p{L}+){0,5} (?:om|gäller|rör) (?:mig|oss)",
  ].join("|"),
);
/** Who is to be forgotten. */
const ME = word("me|minut|mut|minua|meidät|mig|oss");

/** Whether words want what is kept of the person gone. */
function wantsErased(words: string): boolean {
  if (!ERASES.test(words)) return false;
  return KEPT_OF_ME.test(words) || (FORGETS.test(words) && ME.test(words));
}

const YES = /^(?:yes|kyllä|joo|ja)[\s,.!]/iu;

/** A question about deleting is answered from the sources. */
const ASKS =
  /^(?:who|what|when|why|where|which|how|kuka|mitä|mikä|milloin|miksi|missä|miten|kuinka|vem|vad|när|varför|var|vilken|hur)(?!\p{L})/iu;
/** More words than this tell of something else. */
const MOST_WORDS = 14;

/** What a message says of deleting what is kept of the person: that it is wanted, or that it is sure. */
export function readEraseWords(text: string): "asked" | "confirmed" | undefined {
  const trimmed = text.trim();
  if (!wantsErased(trimmed) || ASKS.test(trimmed) || trimmed.split(/\s+/).length > MOST_WORDS)
    return undefined;
  return YES.test(trimmed) ? "confirmed" : "asked";
}
