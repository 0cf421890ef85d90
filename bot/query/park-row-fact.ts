import { recordName, renderCompany, renderStream, STATUSES } from "../../indexer/index.ts";
import { presentNumber } from "../../knowledge/present-number.ts";
import type { CompanyRecord, ParkRecord, StreamRecord } from "../../knowledge/schema.ts";
import { figure, inEach, NONE, type ParkFact } from "./park-fact.ts";

/** A company of a park. */
export function companyFact(company: CompanyRecord, park: ParkRecord): ParkFact {
  const state = company.status === "closed" ? "ended" : company.status === "planned" ? "planned" : "there";
  const words = inEach(
    (language) =>
      `${recordName(company, language)}: ${company[`industry_${language}`]}${figure("", company.year)}`,
  );
  return {
    park: park.id,
    kind: "company",
    classes: company.receiver_classes,
    state,
    words,
    passage: inEach((language) => {
      const told = renderCompany(company, { language, parks: [recordName(park, language)] }).join(" ");
      return `${words[language]}. ${told}`;
    }),
    takes: inEach((language) => company[`inputs_${language}`] ?? ""),
    gives: inEach((language) =>
      [
        company[`industry_${language}`],
        company[`products_${language}`],
        company[`outputs_${language}`],
        company[`services_${language}`],
      ]
        .filter((text) => text !== undefined)
        .join(". "),
    ),
    row: company,
    file: "companies.csv",
    visibility: company.visibility,
  };
}

/** A side stream that arises in a park. */
export function streamFact(stream: StreamRecord, park: ParkRecord): ParkFact {
  const { quantity, unit, year } = stream;
  const isYearly = stream.kind === "flow";
  const words = inEach((language) => {
    const amount =
      quantity === undefined || !isYearly ? "" : `${presentNumber(quantity, language)} ${unit ?? ""}`.trim();
    const name = recordName(stream, language);
    const status = STATUSES[language][stream.status];
    return `${name}${figure([amount, status].filter((part) => part !== "").join(", "), year)}`;
  });
  return {
    park: park.id,
    kind: "stream",
    ...(quantity === undefined || !isYearly ? {} : { amount: quantity }),
    ...(unit === undefined ? {} : { unit }),
    classes: [],
    state: stream.kind === "planned" ? "planned" : "there",
    words,
    passage: inEach((language) => {
      const told = renderStream(stream, { language, park: recordName(park, language) }).join(" ");
      return `${words[language]}. ${told}`;
    }),
    takes: NONE,
    gives: inEach((language) => recordName(stream, language)),
    row: stream,
    file: "side-streams.csv",
    visibility: stream.visibility,
  };
}
