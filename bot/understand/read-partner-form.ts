import type { Language } from "../../knowledge/languages.ts";
import { STREAM_FORMS } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { ESSENTIALS, type PartnerRequest } from "../partners/partner-request.ts";
import { toAmount } from "../query/amount.ts";
import { readNumber } from "./read-number.ts";
import { namesStuff } from "./read-partner-request.ts";
import { type SplitNeed, splitNeed } from "./split-need.ts";

/**
 * Reads a filled-in partner form.
 *
 * @param fields Answers by the ids of `bot/reply/partner-form.ts`; what cannot be read counts as not told.
 * @param context.language Language of the words.
 * @returns The search; everything has been asked for by the form, so nothing is asked again.
 */
export function readPartnerForm(
  fields: Readonly<Record<string, string>>,
  context: { language: Language; view: KnowledgeView },
): PartnerRequest {
  const { language, view } = context;
  const direction = fields.direction === "take" ? "take" : "give";
  const what = (fields.what ?? "").trim();
  const number = fields.amount === undefined ? undefined : readNumber(fields.amount, "");
  const amount = toAmount(number, fields.unit ?? "t");
  const form = STREAM_FORMS.find((name) => name === fields.physicalForm);
  const { hazardous } = fields;
  const named = view.index.lexicon.match(fields.place ?? "", language).filter(({ share }) => share === 1);
  const idsOf = (kind: string) =>
    named
      .filter(({ concept }) => concept.kind === kind)
      .map(({ concept }) => concept.id.slice(kind.length + 1));
  const [places, parks] = [idsOf("place"), idsOf("park")];
  const { own, wanted } = splitNeed(what);
  const classes = direction === "take" ? classesOf({ own, wanted }, context) : [];
  return {
    direction,
    description: direction === "take" && wanted !== "" ? wanted : what,
    ...(amount === undefined ? {} : { amount }),
    ...(places.length === 0 ? {} : { places }),
    ...(parks.length === 0 ? {} : { parks }),
    ...(form === undefined ? {} : { form }),
    ...(hazardous === "yes" || hazardous === "no" ? { hazardous } : {}),
    ...(classes.length === 0 ? {} : { classes: [...classes] }),
    asked: [...ESSENTIALS],
  };
}

/** "We make bricks", "teemme tiiliä", "vi gör tegel": what is named is the asker's own work. */
const TELLS_OWN = /(?<!\p{L})(?:we|i|our|vi|jag|vår\p{L}*|\p{L}{2,}mme)(?!\p{L})/iu;

/** Who asks; "lime" alone is wanted by somebody, and makes nobody a lime works. */
function classesOf(
  { own, wanted }: SplitNeed,
  context: { language: Language; view: KnowledgeView },
): readonly string[] {
  const { language, view } = context;
  const isOnlyStuff = wanted === "" && !TELLS_OWN.test(own) && namesStuff(own, context);
  return isOnlyStuff ? view.partners.findPurpose(own, language) : view.partners.findClasses(own, language);
}
