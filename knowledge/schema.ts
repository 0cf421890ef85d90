import { contactSchema, parkFactSchema, parkFeatureSchema, parkSchema } from "./schema/parks.ts";
import { companySchema, exchangeSchema, streamSchema } from "./schema/streams.ts";
import { legalRouteSchema, materialSchema, receiverClassSchema, useSchema } from "./schema/symbiosis.ts";
import { sourceSchema } from "./schema/texts.ts";
import { conceptSchema, placeSchema, wordSchema } from "./schema/words.ts";

/*
 * What every record of the knowledge base looks like. In: the text cells of a CSV row or the front matter of
 * a guide. Out: typed records. A fault is a zod issue that names the field; the caller adds file and line.
 */
export * from "./schema/field-visibility.ts";
export * from "./schema/parks.ts";
export * from "./schema/streams.ts";
export * from "./schema/symbiosis.ts";
export * from "./schema/texts.ts";
export * from "./schema/words.ts";

/** Every table of the knowledge base: its file name and the schema of its rows. */
export const TABLES = {
  sources: { file: "sources.csv", schema: sourceSchema },
  parks: { file: "parks.csv", schema: parkSchema },
  parkFacts: { file: "park-facts.csv", schema: parkFactSchema },
  contacts: { file: "contacts.csv", schema: contactSchema },
  companies: { file: "companies.csv", schema: companySchema },
  streams: { file: "side-streams.csv", schema: streamSchema },
  exchanges: { file: "exchanges.csv", schema: exchangeSchema },
  uses: { file: "uses.csv", schema: useSchema },
  receiverClasses: { file: "receiver-classes.csv", schema: receiverClassSchema },
  materials: { file: "materials.csv", schema: materialSchema },
  parkFeatures: { file: "park-features.csv", schema: parkFeatureSchema },
  legalRoutes: { file: "legal-routes.csv", schema: legalRouteSchema },
  concepts: { file: "vocabulary.csv", schema: conceptSchema },
  words: { file: "words.csv", schema: wordSchema },
  places: { file: "places.csv", schema: placeSchema },
} as const;

export type TableName = keyof typeof TABLES;
