import { z } from "zod";
import { PARK_FEATURES, STREAM_CATEGORIES, STREAM_FORMS, STREAM_STATUSES } from "../../knowledge/schema.ts";
import { COMPANY_STATUSES } from "../query/company-query.ts";
import { PARK_OFFERS, type ParkOfferId } from "../query/park-offers.ts";
import { GROUPINGS } from "../query/stream-query.ts";
import type { ChatTool } from "./chat-client.ts";

/** A word of the question: a material, a product, a place. */
const word = z.string().trim().min(2).max(60);
const words = z.array(word).min(1).max(6);
const AMOUNT_UNITS = ["t", "kt", "kg", "MWh", "GWh", "m3"] as const;
const amount = z.number().nonnegative().max(1e12);

const place = {
  parks: words.optional().describe("ids of the list of parks"),
  places: words.optional().describe("municipalities or regions"),
};

const searchStreams = z.strictObject({
  materials: words.optional(),
  categories: z.array(z.enum(STREAM_CATEGORIES)).min(1).optional(),
  ...place,
  quantity: z
    .strictObject({ min: amount.optional(), max: amount.optional(), unit: z.enum(AMOUNT_UNITS) })
    .optional()
    .describe("bounds of the yearly amount of one row"),
  forms: z.array(z.enum(STREAM_FORMS)).min(1).optional(),
  hazardous: z.enum(["yes", "no"]).optional(),
  statuses: z.array(z.enum(STREAM_STATUSES)).min(1).optional(),
  sort: z.enum(["largest", "smallest", "newest", "oldest", "name"]).optional(),
  limit: z.number().int().positive().max(50).optional(),
  groupBy: z.enum(GROUPINGS).optional(),
  measure: z.enum(["count", "sum", "average"]).optional(),
});

const searchCompanies = z.strictObject({
  takes: words.optional().describe("what they take in"),
  makes: words.optional().describe("their products"),
  gives: words.optional().describe("their side streams"),
  offers: words.optional().describe("their services"),
  industry: words.optional().describe("their line of business"),
  ...place,
  statuses: z.array(z.enum(COMPANY_STATUSES)).min(1).optional(),
  measure: z.enum(["count"]).optional(),
});

const OFFERS = Object.keys(PARK_OFFERS) as [ParkOfferId, ...ParkOfferId[]];

const listParks = z.strictObject({
  offers: z.array(z.enum(OFFERS)).min(1).optional(),
  industries: words.optional(),
  places: place.places,
  measure: z.enum(["count"]).optional(),
});

const findPartners = z.strictObject({
  direction: z.enum(["give", "take"]).describe("give: has the material; take: looks for it"),
  material: word.describe("the material in the words of the question"),
  amount: z.strictObject({ value: amount, unit: z.enum(AMOUNT_UNITS) }).optional(),
  ...place,
  form: z.enum(STREAM_FORMS).optional(),
  hazardous: z.enum(["yes", "no"]).optional(),
});

const adviseLocation = z.strictObject({
  features: z.array(z.enum(PARK_FEATURES)).min(1).optional(),
  inputs: words.optional().describe("materials the company takes in"),
  outputs: words.optional().describe("materials the company must place"),
  places: place.places,
  compare: words.optional().describe("ids of parks to be put side by side, two or more"),
});

const nothing = z.strictObject({});

/** The skills that a model may choose from, with what each is told; the same that the rules lead to. */
export const SKILL_TOOLS = {
  search_streams: { schema: searchStreams, description: "Rows and sums of the table of side streams" },
  search_companies: { schema: searchCompanies, description: "Companies by what they take, make, give or do" },
  list_parks: { schema: listParks, description: "Parks by what they offer or where they lie" },
  find_partners: { schema: findPartners, description: "Takers of a material, or sources of one" },
  advise_location: { schema: adviseLocation, description: "Parks that suit a company, or a comparison" },
  search_passages: { schema: nothing, description: "An answer in words from guides, FAQ and rows" },
  hand_over: { schema: nothing, description: "The person wants to talk to a person" },
  refuse: { schema: nothing, description: "Nothing of this field is asked" },
} as const;

export type SkillName = keyof typeof SKILL_TOOLS;

/** What a model has chosen, its arguments in the right form; whether they mean anything is not known yet. */
export type ChosenSkill = {
  [Name in SkillName]: { name: Name; given: z.infer<(typeof SKILL_TOOLS)[Name]["schema"]> };
}[SkillName];

/** The skills as a chat model is told of them. */
export const CHAT_TOOLS: readonly ChatTool[] = Object.entries(SKILL_TOOLS).map(
  ([name, { schema, description }]) => {
    const { $schema: _, ...parameters } = z.toJSONSchema(schema);
    return { name, description, parameters };
  },
);

/**
 * Reads a tool call.
 *
 * @returns The skill, or what is wrong in words for the model.
 */
export function parseChoice(call: { name: unknown; arguments: unknown }): ChosenSkill | { problem: string } {
  // A name that is no text comes through the library as it was sent.
  if (typeof call.name !== "string" || !Object.hasOwn(SKILL_TOOLS, call.name))
    return { problem: `There is no tool of that name.` };
  const name = call.name as SkillName;
  const parsed = SKILL_TOOLS[name].schema.safeParse(call.arguments);
  if (!parsed.success) return { problem: z.prettifyError(parsed.error).slice(0, 600) };
  return { name, given: parsed.data } as ChosenSkill;
}
