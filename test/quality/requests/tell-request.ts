import type { Alert } from "../../../bot/desk/alerts/alert.ts";
import { ALERT_TEXTS } from "../../../bot/desk/alerts/texts.ts";
import { INTRODUCTION_TEXTS } from "../../../bot/desk/introductions/texts.ts";
import { MENU_TEXTS } from "../../../bot/desk/menu/texts.ts";
import { OFFER_TEXTS } from "../../../bot/desk/offers/texts.ts";
import { TICKET_TEXTS } from "../../../bot/desk/tickets/texts.ts";
import type { AdaptiveCard } from "../../../bot/reply/adaptive-card.ts";
import type { Reply } from "../../../bot/reply/reply.ts";
import type { ExpectedReading, RequestKind } from "./request-case.ts";

/** What the desk made of some words, as the asker sees it. */
export interface ToldRequest {
  /** `alert-which`: one of the commands on alerts, and which of them is asked back. */
  kind: RequestKind | "alert-which";
  /** What is wrong with the details; empty when all of them were read. */
  faults: string[];
}

/** Tells from a reply, and from what it changed, which request was understood. */
export function tellRequest(
  reply: Reply,
  { record, before, now, expected = {} }: RequestContext,
): ToldRequest {
  const form = reply.cards?.map(readForm).find((one) => one !== undefined);
  if (form !== undefined) return tellForm(form, { reply, expected });
  return { kind: tellText(reply, { record, before, now }), faults: alertFaults(now, expected) };
}

interface RequestContext {
  /** Id of the published stream. */
  record: string;
  /** The alerts as they were before the words. */
  before: readonly Alert[];
  /** The alerts as they are after them. */
  now: readonly Alert[];
  expected?: ExpectedReading | undefined;
}

interface ShownForm {
  kind: string;
  fields: Record<string, string>;
  text: string;
}

/** A form with what is filled in. */
function readForm(card: AdaptiveCard): ShownForm | undefined {
  const submit = (card.actions ?? []).find((action) => action.type === "Action.Submit");
  const data = submit?.type === "Action.Submit" ? (submit.data as Record<string, unknown>) : {};
  if (typeof data.form !== "string") return undefined;
  const inputs = card.body.filter(({ id, value }) => id !== undefined && value !== undefined);
  const fields = [...Object.entries(data), ...inputs.map(({ id, value }) => [id, value])];
  return {
    kind: data.form,
    fields: Object.fromEntries(fields.map(([key, value]) => [String(key), String(value)])),
    text: JSON.stringify(card),
  };
}

function tellForm(form: ShownForm, context: { reply: Reply; expected: ExpectedReading }): ToldRequest {
  const { kind, fields } = form;
  switch (kind) {
    case "ticket":
      return { kind: "person", faults: [] };
    case "erase":
      return { kind: "erase", faults: [] };
    case "alert":
      return { kind: "alert", faults: ["the form was shown: some words were not understood"] };
    case "introduction": {
      const { company = "" } = context.expected;
      return { kind: "introduce", faults: form.text.includes(company) ? [] : [`company: ${company}`] };
    }
    case "submission": {
      if (fields.record !== undefined) return { kind: "update", faults: [] };
      return {
        kind: fields.kind === "need" ? "need" : "offer",
        faults: offerFaults(fields, context.expected),
      };
    }
    default:
      return { kind: "none", faults: [] };
  }
}

function offerFaults(fields: Record<string, string>, expected: ExpectedReading): string[] {
  const { material, amount, unit, place, year } = expected;
  const faults: string[] = [];
  const check = (field: string, isRight: boolean) => {
    if (!isRight) faults.push(`${field}: ${JSON.stringify(fields)}`);
  };
  const { category, name = "", municipality = "", park = "", from = "" } = fields;
  if (material !== undefined) check("material", category === material || name.includes(material));
  if (amount !== undefined)
    check("amount", Number(fields.amount) === inBase(amount, unit) && fields.unit === baseOf(unit));
  if (place !== undefined) check("place", `${municipality} ${park}`.toLowerCase().includes(place));
  if (year !== undefined) check("year", from.startsWith(String(year)));
  return faults;
}

function inBase(amount: number, unit: ExpectedReading["unit"]): number {
  return unit === "GWh" ? amount * 1000 : amount;
}

function baseOf(unit: ExpectedReading["unit"]): string {
  return unit === "GWh" ? "MWh" : (unit ?? "");
}

function alertFaults(now: readonly Alert[], expected: ExpectedReading): string[] {
  const [, , made] = now;
  if (made === undefined) return [];
  const { material, amount, unit, place } = expected;
  const { query } = made;
  const faults: string[] = [];
  const check = (field: string, isRight: boolean) => {
    if (!isRight) faults.push(`${field}: ${JSON.stringify(query)}`);
  };
  const stuff = [...(query.materials ?? []), ...(query.categories ?? [])];
  if (material !== undefined)
    check(
      "material",
      stuff.some((id) => id.includes(material)),
    );
  if (amount !== undefined) check("amount", query.quantity?.min === inBase(amount, unit));
  const places = [...(query.places ?? []), ...(query.parks ?? [])];
  if (place !== undefined)
    check(
      "place",
      places.some((id) => id.includes(place)),
    );
  else check("place", places.length === 0);
  if (amount === undefined) check("amount", query.quantity === undefined);
  return faults;
}

/** What a reply without a form answers. */
function tellText(reply: Reply, context: RequestContext): ToldRequest["kind"] {
  const { text, language, suggestions } = reply;
  const changed = tellChange(context);
  if (changed !== undefined) return changed;
  const [alerts, offers] = [ALERT_TEXTS[language], OFFER_TEXTS[language]];
  const tickets = TICKET_TEXTS[language].chat;
  const menu = MENU_TEXTS[language];
  const heads: [ToldRequest["kind"], readonly string[]][] = [
    ["alert-which", [alerts.which]],
    ["alert-list", [alerts.list(2)]],
    ["mine", [offers.ownHead]],
    ["introduce", [INTRODUCTION_TEXTS[language].which]],
    ["ticket-state", [tickets.noTickets, tickets.yourTickets]],
    ["menu", [menu.notAllowed, menu.nothing, menu.intro]],
  ];
  const found = heads.find(([, starts]) => starts.some((start) => text.startsWith(start)))?.[0];
  if (found !== undefined) return found;
  const withdraws = suggestions.some((one) => one.text === offers.says.withdraw(context.record));
  return withdraws ? "withdraw" : "none";
}

/** What became of the alerts. */
function tellChange({ before, now }: RequestContext): RequestKind | undefined {
  if (now.length > before.length) return "alert";
  if (now.length < before.length) return "alert-delete";
  const changed = now.find(({ state }, at) => state !== before[at]?.state);
  if (changed === undefined) return undefined;
  return changed.state === "paused" ? "alert-pause" : "alert-resume";
}
