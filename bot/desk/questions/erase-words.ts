const ENGLISH =
  "(?:delete|erase|remove|wipe)(?: all)?(?: of)? (?:my (?:personal )?(?:data|information|details|conversation|history)|" +
  "(?:everything|all|the data|what) (?:that )?you (?:know|have|store|keep|remember) (?:of|about|on) me|" +
  "(?:everything|what) about me|our (?:conversation|chat))|" +
  "forget (?:me|our conversation|(?:everything|all|what)(?: you know)? (?:of|about) me)";

const FINNISH =
  "(?:poista|poistakaa|poistatko|pyyhi|tuhoa|hävitä|voitko poistaa|haluan poistaa)(?: kaikki)?(?: minun| mun)? " +
  "(?:tiedot minusta|minua koskevat tiedot|(?:henkilö)?tietoni|keskustelu(?:historia)?ni|keskustelumme|" +
  "(?:kaikki )?(?:mitä|minkä) tiedät minusta|kaikki minusta)|" +
  "unohda (?:minut|tietoni|keskustelumme|kaikki minusta|(?:kaikki )?mitä tiedät minusta)";

const SWEDISH =
  "(?:radera|ta bort|stryk)(?: alla)? (?:mina (?:person)?uppgifter|min (?:data|information|historik)|(?:mitt|vårt) samtal|" +
  "uppgifter(?:na)? om mig|(?:allt|det|vad) (?:som )?du (?:vet|har|minns|sparat|har sparat) om mig|allt om mig)|" +
  "glöm (?:mig|mina uppgifter|vårt samtal|allt om mig|(?:allt|det|vad) du vet om mig)";

const REQUEST = new RegExp(`(?<!\\p{L})(?:${ENGLISH}|${FINNISH}|${SWEDISH})(?!\\p{L})`, "iu");

const YES = /^(?:yes|kyllä|joo|ja)[\s,.!]/iu;

/** A question about deleting is answered from the sources. */
const ASKS =
  /^(?:who|what|when|why|where|which|how|kuka|mitä|mikä|milloin|miksi|missä|miten|kuinka|vem|vad|när|varför|var|vilken|hur)(?!\p{L})/iu;
/** More words than this tell of something else. */
const MOST_WORDS = 14;

/** What a message says of deleting what is kept of the person: that it is wanted, or that it is sure. */
export function readEraseWords(text: string): "asked" | "confirmed" | undefined {
  const trimmed = text.trim();
  if (!REQUEST.test(trimmed) || ASKS.test(trimmed) || trimmed.split(/\s+/).length > MOST_WORDS)
    return undefined;
  return YES.test(trimmed) ? "confirmed" : "asked";
}
