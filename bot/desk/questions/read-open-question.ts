import { z } from "zod";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import { type OpenQuestion, OUTCOMES, type Reason } from "./asked-question.ts";

const rowSchema = z.object({
  id: z.number().int(),
  language: z.enum(LANGUAGES),
  outcome: z.enum(OUTCOMES),
  dislikes: z.number().int(),
  comments: z.string().transform((json) => z.array(z.string()).catch([]).parse(JSON.parse(json))),
  text: z.string().nullable(),
  created: z.number(),
});

/** Reads a row of `asked` as a question that waits. */
export function readOpenQuestion(row: unknown): OpenQuestion {
  const { id, language, outcome, dislikes, comments, text, created } = rowSchema.parse(row);
  const reasons: Reason[] = [
    ...(outcome === "refused" || outcome === "weak" ? [outcome] : []),
    ...(dislikes > 0 ? (["disliked"] as const) : []),
  ];
  return { id, language, text: text ?? "", reasons, comments, created };
}
