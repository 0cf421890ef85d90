import { z } from "zod";
import { LANGUAGES, READERS } from "../../knowledge/languages.ts";
import type { DownloadRequest } from "../reply/download-request.ts";
import type { Drawing } from "../reply/drawing.ts";

/** Kinds of signed payload. */
export const LINK_KINDS = { picture: "picture", export: "export" } as const;

const text = z.string().max(400);
const language = z.enum(LANGUAGES);
const frame = { language, title: text, source: text };

const drawingSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("bars"),
    ...frame,
    unit: text,
    bars: z.array(z.object({ label: text, value: z.number(), text })).max(200),
  }),
  z.object({
    kind: z.literal("map"),
    ...frame,
    places: z
      .array(
        z.object({
          label: text,
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
          isHighlighted: z.boolean(),
        }),
      )
      .max(200),
  }),
  z.object({
    kind: z.literal("flow"),
    ...frame,
    flows: z.array(z.object({ from: text, to: text, label: text, value: z.number().optional() })).max(200),
  }),
]) satisfies z.ZodType<Drawing>;

const downloadSchema = z.object({
  table: z.enum(["streams", "companies", "parks"]),
  query: z.record(z.string(), z.unknown()),
  format: z.enum(["csv", "xlsx"]),
  language,
  reader: z.enum(READERS),
}) satisfies z.ZodType<DownloadRequest>;

/**
 * Reads the payload of a link to a picture.
 *
 * @param payload What was signed, perhaps by an older version.
 * @returns The drawing; `undefined` when it is none of today's.
 */
export function parseDrawing(payload: unknown): Drawing | undefined {
  return drawingSchema.safeParse(payload).data;
}

/**
 * Reads the payload of a link to a download.
 *
 * @param payload What was signed, perhaps by an older version.
 * @returns The request; `undefined` when it is none of today's. Its query is checked where it is used.
 */
export function parseDownloadRequest(payload: unknown): DownloadRequest | undefined {
  return downloadSchema.safeParse(payload).data;
}
