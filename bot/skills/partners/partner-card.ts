import { presentNumber } from "../../../knowledge/present-number.ts";
import type { Dimension } from "../../query/stream-query.ts";
import type { AdaptiveCard, CardElement } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { capitalised } from "../../reply/capitalised.ts";
import { buildPartnerForm } from "../../reply/partner-form.ts";
import type { Partners } from "../../reply/reply.ts";
import { materialLabel, type PartnerContext } from "./partner-context.ts";
import { PARTNER_TEXTS } from "./texts.ts";

const MOST_ITEMS = 4;

/** The best partners as a card: one that can be pasted into a chat. */
export function partnerCard(
  partners: Partners,
  context: PartnerContext & { title: string; common: readonly string[] },
): AdaptiveCard {
  const { language, title, common } = context;
  const texts = PARTNER_TEXTS[language];
  const industries = partners.industries
    .slice(0, MOST_ITEMS)
    .map(({ label, score, reasons }) =>
      item(`${capitalised(label)} (${presentNumber(score, language)})`, reasons.slice(0, 2)),
    );
  const companies = partners.companies
    .slice(0, MOST_ITEMS)
    .map(({ name, park, score, reasons }) =>
      item(
        `${name}${park === undefined ? "" : `, ${park}`} (${presentNumber(score, language)})`,
        reasons.slice(0, 2),
      ),
    );
  return buildCard({
    title,
    body: [
      ...industries,
      ...(companies.length === 0
        ? []
        : [textBlock(texts.companies, { weight: "Bolder", spacing: "Medium" })]),
      ...companies,
      ...(common.length === 0
        ? []
        : [textBlock(`${texts.common} ${common.join("; ")}.`, { isSubtle: true, spacing: "Medium" })]),
    ],
  });
}

/** The form that asks for what is missing, with what is known filled in. */
export function partnerForm(context: PartnerContext): AdaptiveCard {
  const { request, language, stuff } = context;
  const [main] = stuff;
  const { amount, form, hazardous, places = [] } = request;
  const place = context.view.index.tables.places?.find(({ id }) => id === places[0])?.[language];
  return buildPartnerForm({
    language,
    values: {
      direction: request.direction,
      ...(main === undefined ? {} : { what: materialLabel(main.id, context) }),
      ...(amount === undefined ? {} : { amount: String(amount.value), unit: FORM_UNITS[amount.dimension] }),
      ...(place === undefined ? {} : { place }),
      ...(form === undefined ? {} : { physicalForm: form }),
      ...(hazardous === undefined ? {} : { hazardous }),
    },
  });
}

const FORM_UNITS: Record<Dimension, string> = { mass: "t", energy: "MWh", volume: "m3" };

function item(title: string, details: readonly string[]): CardElement {
  return {
    type: "Container",
    spacing: "Small",
    separator: true,
    items: [
      textBlock(title, { weight: "Bolder" }),
      ...(details.length === 0 ? [] : [textBlock(details.join("; "), { isSubtle: true, spacing: "None" })]),
    ],
  };
}
