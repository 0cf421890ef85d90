import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import { buildCard } from "../../reply/build-card.ts";
import type { Reply } from "../../reply/reply.ts";
import { composeReply } from "../../skills/compose-reply.ts";
import { openDialogAction } from "../dialogs/dialog.ts";
import type { OfferField, OfferValues } from "./offer-fields.ts";
import { FORM_ORDER, isAsked, presentValue } from "./offer-form.ts";
import { plain } from "./offer-notices.ts";
import type { Submission } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** Name of the dialog in which a submission is dealt with. */
export const REVIEW_DIALOG = "submission.review";

/** Fields that the card shows: enough to see whether it is urgent. */
const SHOWN = new Set([
  "name",
  "company",
  "amount",
  "unit",
  "period",
  "from",
  "park",
  "municipality",
  "visibility",
]);

/** Groups whose rank decides who may see a field; of a row for coordinators alone only that is told. */
const GROUP_OF: Partial<Record<OfferField, OfferField>> = {
  name: "identityFor",
  company: "identityFor",
  municipality: "identityFor",
  amount: "quantityFor",
  unit: "quantityFor",
  period: "quantityFor",
};

/** Whether only coordinators may see a field. */
function isKept(field: OfferField, values: OfferValues): boolean {
  const group = GROUP_OF[field];
  const isKeptRow = values.visibility === "coordinator" && field !== "visibility";
  return isKeptRow || (group !== undefined && values[group] === "coordinator");
}

/**
 * A submission as a card for the coordinators' channel, with a button to the dialog.
 *
 * Whoever reads the channel reads the card: what the member keeps to coordinators stands in the dialog only.
 */
export function submissionCard(
  submission: Submission,
  context: { language: Language; view: KnowledgeView },
): AdaptiveCard {
  const { values, kind, record, id, personName } = submission;
  const { language } = context;
  const texts = OFFER_TEXTS[language];
  const shown = FORM_ORDER.filter(
    (field) =>
      SHOWN.has(field) && isAsked(field, values) && values[field] !== undefined && !isKept(field, values),
  );
  const facts = shown.map((field) => ({
    title: texts.labels[field],
    value: presentValue(field, values[field], { ...context, reader: "coordinator" }),
  }));
  return buildCard({
    title: record === undefined ? texts.desk.newCard[kind] : texts.desk.updateCard(record),
    subtitle: [texts.submissionName(id), personName].filter((part) => part !== undefined).join(" · "),
    body: [{ type: "FactSet", facts }],
    actions: [openDialogAction(texts.desk.openDesk, REVIEW_DIALOG, { submission: String(id) })],
  });
}

/** What the coordinators' channel is told of a new submission: the card, and the same in a line. */
export function submissionAnnouncement(
  submission: Submission,
  context: { language: Language; view: KnowledgeView },
): Reply {
  const { kind, record, values, id } = submission;
  const { language } = context;
  const texts = OFFER_TEXTS[language];
  const head = record === undefined ? texts.desk.newCard[kind] : texts.desk.updateCard(record);
  const name = isKept("name", values) ? "" : `: ${plain(values.name ?? "–")}`;
  const frame = `**${head}**${name} (${texts.submissionName(id)})`;
  const reply = composeReply({ language, intent: "smalltalk", lines: [{ frame }] });
  return { ...reply, cards: [submissionCard(submission, context)], ms: 0 };
}
