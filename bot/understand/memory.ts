import { z } from "zod";
import { LANGUAGES, type Language, READERS } from "../../knowledge/languages.ts";
import { partnerRequestSchema } from "../partners/partner-request.ts";
import { locationRequestSchema } from "../query/location-need.ts";
import { streamQuerySchema } from "../query/stream-query.ts";

/** How many questions are kept with their answers. */
export const MOST_RECENT = 4;

/** What is remembered of a conversation between its turns; small, and safe to lose. */
export const memorySchema = z.object({
  /** Language of the last answer. */
  language: z.enum(LANGUAGES).optional(),
  /** Language the person asked to be answered in, until another is asked for or used. */
  requestedLanguage: z.enum(LANGUAGES).optional(),
  /** The last question as it was understood, follow-ups spelled out. */
  question: z.object({ text: z.string(), language: z.enum(LANGUAGES) }).optional(),
  /** Name of what was last talked about: a park, a company, a programme. */
  topic: z.string().optional(),
  /** Rows of the side-stream table that the last answer showed. */
  streams: z.object({ query: streamQuerySchema, shown: z.number().int().nonnegative() }).optional(),
  /** The last search for a partner, and the language its words are in. */
  partners: partnerRequestSchema.optional(),
  /** What the last answer's company asks of a place. */
  needs: locationRequestSchema.optional(),
  /** Person named by the last answer, for "he", "hän" and "hon". */
  person: z.string().optional(),
  /** The last questions with the beginnings of their answers, oldest first: what may be shown to a person who helps. */
  recent: z
    .array(
      z.object({
        asked: z.string(),
        answered: z.string(),
        refused: z.boolean(),
        /** Rank that the answer was made for; a chat model reads it only while the person has that rank. */
        reader: z.enum(READERS).optional(),
      }),
    )
    .max(MOST_RECENT)
    .optional(),
});
export type Memory = z.infer<typeof memorySchema>;

/** Keeps memories by conversation; the channels' store and the command line each have one. */
export interface MemoryStore {
  load(conversationId: string): Promise<Memory | undefined>;
  save(conversationId: string, memory: Memory): Promise<void>;
}

/** A store that forgets when the process ends, for commands and tests. */
export function createMemoryStore(): MemoryStore {
  const memories = new Map<string, Memory>();
  return {
    load: async (conversationId) => memories.get(conversationId),
    save: async (conversationId, memory) => {
      memories.set(conversationId, memory);
    },
  };
}

/** Reads a stored memory; one of an older form is forgotten rather than trusted. */
export function parseMemory(raw: unknown): Memory | undefined {
  const parsed = memorySchema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

/** Languages by preference when words do not tell. */
export function fallbackLanguage(memory: Memory | undefined, preferred: Language | undefined): Language {
  return memory?.language ?? preferred ?? "en";
}
