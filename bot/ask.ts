import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type EmbeddingModelSettings, openIndex } from "../indexer/index.ts";
import { LANGUAGES, READERS } from "../knowledge/languages.ts";
import type { BotConfig } from "./config.ts";
import { createAnswerTurn } from "./create-answer-turn.ts";
import { KnowledgeView } from "./knowledge-view.ts";
import { createLog } from "./log.ts";
import { openVoice } from "./model/open-voice.ts";
import type { Partners, Reply } from "./reply/reply.ts";
import type { AnswerTurn } from "./turn.ts";
import { createMemoryStore } from "./understand/memory.ts";

const optionsSchema = z.object({
  index: z.string().min(1),
  as: z.enum(READERS, `must be one of ${READERS.join(", ")}`),
  lang: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(", ")}`).optional(),
  json: z.boolean(),
  batch: z.string().optional(),
  "no-model": z.boolean(),
});

/** A line of a batch: one question, or the turns of one conversation. */
const batchLineSchema = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    question: z.string().optional(),
    turns: z.array(z.string()).min(1).optional(),
    as: z.enum(READERS).optional(),
    lang: z.enum(LANGUAGES).optional(),
  })
  .refine(
    (line) => line.question !== undefined || line.turns !== undefined,
    'must have "question" or "turns"',
  );

export interface AskEnvironment {
  write: (line: string) => void;
  /** Index used when `--index` is absent. */
  defaultIndex: string;
  /** Model that embeds questions. @default the embedded embedding alone */
  embedding?: EmbeddingModelSettings | undefined;
  /** Model that words answers, unless `--no-model` is given. @default none */
  chat?: BotConfig["chat"];
  /** Told why that model takes no part. @default nobody is */
  warn?: (line: string) => void;
}

/**
 * Runs `ask [--index DIR] [--as READER] [--lang LANGUAGE] [--json] [--no-model] "question"` or `ask --batch FILE`.
 *
 * @returns The exit code: 0, or 1 when lines of a batch could not be read.
 * @throws {TypeError} On wrong options; the index's own errors pass through.
 */
export async function runAsk(commandLine: readonly string[], environment: AskEnvironment): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...commandLine],
    allowPositionals: true,
    options: {
      index: { type: "string", default: environment.defaultIndex },
      as: { type: "string", default: "public" },
      lang: { type: "string" },
      json: { type: "boolean", default: false },
      batch: { type: "string" },
      "no-model": { type: "boolean", default: false },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (!parsed.success) throw new TypeError(`Cannot read the options: ${z.prettifyError(parsed.error)}`);
  const options = parsed.data;
  if (options.batch === undefined && positionals.length !== 1) {
    throw new TypeError('Cannot ask: give one question in quotation marks, or "--batch FILE"');
  }
  const index = await openIndex(options.index, {
    embedding: environment.embedding,
    onEmbeddingTrouble: ({ code }) => environment.warn?.(`The embedding model gave no vector: ${code}`),
  });
  if (index.modelNotice !== undefined) environment.warn?.(index.modelNotice);
  const view = new KnowledgeView(index);
  const { "no-model": isPlain } = options;
  const answerTurn = createAnswerTurn({
    currentView: () => view,
    memories: createMemoryStore(),
    ...(isPlain ? {} : await openVoiceOf(environment)),
  });
  if (options.batch !== undefined) return askBatch(options.batch, { answerTurn, options, environment });
  const reply = await askAll(positionals, { id: "ask", answerTurn, as: options.as, lang: options.lang });
  environment.write(options.json ? JSON.stringify(toJson("ask", reply)) : toText(reply));
  return 0;
}

/** The chat model of the environment; what it does is told to whoever is to be warned. */
function openVoiceOf({ chat, warn }: AskEnvironment): ReturnType<typeof openVoice> {
  return openVoice(chat, { log: createLog({ level: "info", write: (line) => warn?.(line) }) });
}

async function askBatch(
  file: string,
  context: { answerTurn: AnswerTurn; options: z.infer<typeof optionsSchema>; environment: AskEnvironment },
): Promise<number> {
  const { answerTurn, options, environment } = context;
  const lines = (await readFile(file, "utf8")).split(/\r?\n/);
  let faults = 0;
  for (const [position, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const request = parseLine(line);
    if (!request.success) {
      faults += 1;
      environment.write(
        JSON.stringify({ id: `line ${position + 1}`, error: z.prettifyError(request.error) }),
      );
      continue;
    }
    const { id, question, turns, as, lang } = request.data;
    const texts = turns ?? [question ?? ""];
    const reply = await askAll(texts, {
      id: `${position}-${id}`,
      answerTurn,
      as: as ?? options.as,
      lang: lang ?? options.lang,
    });
    environment.write(JSON.stringify(toJson(id, reply)));
  }
  return faults === 0 ? 0 : 1;
}

function parseLine(line: string): z.ZodSafeParseResult<z.infer<typeof batchLineSchema>> {
  try {
    return batchLineSchema.safeParse(JSON.parse(line));
  } catch {
    return batchLineSchema.safeParse(undefined);
  }
}

/** Asks the turns of one conversation and returns the last reply. */
async function askAll(
  turns: readonly string[],
  context: {
    id: string;
    answerTurn: AnswerTurn;
    as: z.infer<typeof optionsSchema>["as"];
    lang: z.infer<typeof optionsSchema>["lang"];
  },
): Promise<Reply> {
  let reply: Reply | undefined;
  for (const text of turns) {
    reply = await context.answerTurn({
      channel: "command-line",
      conversationId: context.id,
      text,
      reader: context.as,
      ...(context.lang === undefined ? {} : { preferredLanguage: context.lang }),
    });
  }
  if (reply === undefined) throw new TypeError("Cannot ask: there is no question");
  return reply;
}

/** The reply in the form of the command's contract; fields that do not apply are absent. */
export function toJson(id: string, reply: Reply): Record<string, unknown> {
  const { language, intent, refused, text, citations, streams, totals, partners, parks, suggestions, ms } =
    reply;
  return {
    id,
    language,
    intent,
    refused,
    answer: text,
    citations: citations.map(({ n, title, source, year, passage }) => ({ n, title, source, year, passage })),
    streams: streams?.map(({ id: streamId, name, quantity, unit, park }) => ({
      id: streamId,
      name,
      quantity,
      unit,
      park,
    })),
    totals,
    partners: partners === undefined ? undefined : withoutLabels(partners),
    parks,
    suggestions: suggestions.map((suggestion) => suggestion.text),
    ms,
  };
}

/** The contract names industries by their class alone. */
function withoutLabels({ industries, companies }: Partners): object {
  return { industries: industries.map(({ label: _, ...industry }) => industry), companies };
}

function toText(reply: Reply): string {
  const sources = reply.citations.map(
    ({ n, title, source, year }) => `[${n}] ${title}${year === undefined ? "" : `, ${year}`}: ${source}`,
  );
  return [reply.text, ...(sources.length === 0 ? [] : ["", ...sources])].join("\n");
}
