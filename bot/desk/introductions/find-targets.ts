import { recordName } from "../../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../../knowledge/languages.ts";
import { presentNumber } from "../../../knowledge/present-number.ts";
import type { CompanyRecord } from "../../../knowledge/schema.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { PartnerRequest } from "../../partners/partner-request.ts";
import type { PartnerCompany, Reply } from "../../reply/reply.ts";
import { classLabel, describeRequest } from "../../skills/partners/partner-context.ts";
import type { IntroductionTarget } from "./introduction.ts";
import { INTRODUCTION_TEXTS } from "./texts.ts";

/** Offers below one answer at most. */
export const MOST_OFFERED = 5;

interface TargetContext {
  language: Language;
  reader: Reader;
  /** As the asker may see it. */
  view: KnowledgeView;
  /** All that is known; only a coordinator learns what comes of it. */
  whole: KnowledgeView;
}

type PartnerAnswer = Pick<Reply, "partners" | "partnerRequest" | "streams">;

/**
 * Finds whom the asker of a partner search may be introduced to: each company that the answer lists once, best first, and
 * where a stream was looked for, whoever it arises at, named or not.
 */
export function findTargets(answer: PartnerAnswer, context: TargetContext): IntroductionTarget[] {
  const { partners, partnerRequest } = answer;
  if (partners === undefined || partnerRequest === undefined) return [];
  const about = describeAbout(partnerRequest, context);
  const targets =
    partnerRequest.direction === "take"
      ? streamTargets(answer, context)
      : partners.companies.map((company) => companyTarget(company, context));
  const labels = new Set<string>();
  return targets
    .filter(({ label }) => !labels.has(label) && labels.add(label))
    .slice(0, MOST_OFFERED)
    .map((target) => ({ ...target, ...about }));
}

type Bare = Omit<IntroductionTarget, "about" | "amount">;

function companyTarget(company: PartnerCompany, context: TargetContext): Bare {
  const known = namedCompany(company.name, context);
  if (known !== undefined) return { kind: "company", label: company.name, company: known.id };
  const industry = company.class === "" ? "" : ` (${classLabel(company.class, context)})`;
  return {
    kind: "hidden",
    label: `${company.name}${industry}`,
    candidates: hiddenCompanies(company, context).map(({ id }) => id),
  };
}

/** A company that the asker may know by name. */
export function namedCompany(
  name: string,
  { view, reader, language }: Pick<TargetContext, "view" | "reader" | "language">,
): CompanyRecord | undefined {
  return (view.index.tables.companies ?? []).find(
    (row) =>
      mayRead(reader, row.visibility) &&
      row.withheld?.includes("identity") !== true &&
      recordName(row, language) === name,
  );
}

/** Companies of the same park and industry whose names the asker may not know. */
function hiddenCompanies(company: PartnerCompany, context: TargetContext): CompanyRecord[] {
  const { view, whole, language, reader } = context;
  const named = new Set(
    (view.index.tables.companies ?? [])
      .filter((row) => row.withheld?.includes("identity") !== true && mayRead(reader, row.visibility))
      .map(({ id }) => id),
  );
  const park = (view.index.tables.parks ?? []).find((row) => recordName(row, language) === company.park)?.id;
  return (whole.index.tables.companies ?? []).filter(
    (row) =>
      mayRead(reader, row.visibility) &&
      !named.has(row.id) &&
      row.receiver_classes.includes(company.class) &&
      (park === undefined || row.parks.includes(park)),
  );
}

function streamTargets({ streams = [] }: PartnerAnswer, { language }: TargetContext): Bare[] {
  const texts = INTRODUCTION_TEXTS[language];
  const seen = new Set<string>();
  return streams.flatMap(({ id, name, producer }): Bare[] => {
    if (producer !== undefined && seen.has(producer)) return [];
    if (producer !== undefined) seen.add(producer);
    return [{ kind: "stream", stream: id, label: producer ?? texts.producerOf(name) }];
  });
}

/** What was searched for, in words and without its amount, and the amount by itself. */
function describeAbout(
  request: PartnerRequest,
  { language, view, reader }: TargetContext,
): Pick<IntroductionTarget, "about" | "amount"> {
  const { amount, ...unmeasured } = request;
  const stream = (view.index.tables.streams ?? []).find(
    (row) => row.id === request.stream && mayRead(reader, row.visibility),
  );
  const stuff = view.partners.readStuff(request.description, request.language ?? language);
  const context = { view, reader, language, request: unmeasured, stuff, stream, place: undefined };
  return {
    about: describeRequest(context, ""),
    amount:
      amount === undefined
        ? ""
        : `${presentNumber(Math.round(amount.value * 1000) / 1000, language)} ${BASE_UNITS[amount.dimension]}`,
  };
}

const BASE_UNITS = { mass: "t", energy: "MWh", volume: "m3" } as const;

/**
 * Tells whether whom a wish is about is still there and still to be seen by the asker as far as it was then.
 */
export function isStillThere(
  target: IntroductionTarget,
  { view, whole, reader }: Pick<TargetContext, "view" | "whole" | "reader">,
): boolean {
  const { companies = [], streams = [] } = view.index.tables;
  switch (target.kind) {
    case "company":
      return companies.some(
        (row) =>
          row.id === target.company &&
          row.withheld?.includes("identity") !== true &&
          row.status !== "closed" &&
          mayRead(reader, row.visibility),
      );
    case "stream":
      return streams.some((row) => row.id === target.stream && mayRead(reader, row.visibility));
    case "hidden": {
      const known = new Set((whole.index.tables.companies ?? []).map(({ id }) => id));
      return (target.candidates ?? []).some((id) => known.has(id));
    }
  }
}
