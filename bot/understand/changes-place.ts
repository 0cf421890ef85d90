const AROUND =
  /(?<!\p{L})(?:near|nearby|nearest|close to|closest|around|next to|outside|beyond|within|kilomet\p{L}*|km|lähellä|lähel\p{L}*|lähim\p{L}*|lähistö\p{L}*|ympäristö(?:ssä|stä)|ympärillä|viere\p{L}*|naapuri\p{L}*|ulkopuol\p{L}*|nära|närm\p{L}*|runt|kring|intill|bredvid|utanför|i närheten|grann\p{L}*|neighbou?r\p{L}*)(?!\p{L})/iu;

/** "To Kemi", "Nokialle": where something goes, and not where a company is. */
const TOWARDS =
  /(?<!\p{L})(?:to|into|till) (?=\p{Lu})|(?<=\s)\p{Lu}\p{L}+(?:iin|aan|oon|een|uun|yyn|ään|öön|lle)(?!\p{L})/u;

/**
 * Tells whether a place in a question is not the place itself but what lies around it ("near Oulu") or the way there ("to Kemi"), which the filters
 * of the tables do not know.
 */
export function changesPlace(text: string): boolean {
  return AROUND.test(text) || TOWARDS.test(text);
}
