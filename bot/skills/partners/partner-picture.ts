import { presentNumber } from "../../../knowledge/present-number.ts";
import type { Partners, Picture } from "../../reply/reply.ts";
import type { PartnerContext } from "./partner-context.ts";
import { PARTNER_TEXTS } from "./texts.ts";

const FEWEST_FLOWS = 2;

/**
 * Draws where a stream could go: from the stream to the industries, and to the companies of the table.
 *
 * @param context.title The stream in few words.
 * @returns Nothing for a single taker, which is read faster than it is looked at.
 */
export function partnerPicture(
  partners: Partners,
  context: PartnerContext & { title: string },
): Picture | undefined {
  const { language, title } = context;
  const texts = PARTNER_TEXTS[language];
  const [what = title] = title.split(" · ");
  const toIndustries = partners.industries.map(({ label, score }) => ({
    from: what,
    to: label,
    label: `${texts.score} ${presentNumber(score, language)}`,
  }));
  const flows = toIndustries.slice(0, 5);
  if (flows.length < FEWEST_FLOWS) return undefined;
  const alt = `${texts.picture(what)} ${flows.map(({ to, label }) => `${to} (${label})`).join("; ")}.`;
  return {
    alt,
    drawing: { kind: "flow", language, title: texts.picture(what), flows, source: texts.pictureSource },
  };
}
