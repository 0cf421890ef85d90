import type { Activity, Attachment } from "botbuilder";
import { z } from "zod";
import type { Language } from "../../../knowledge/languages.ts";
import { describeError, type Log } from "../../log.ts";
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordPreview,
  type RecordReference,
} from "../../records/record-sheet.ts";
import type { AdaptiveCard } from "../../reply/adaptive-card.ts";
import type { InvokeAnswer, MessageExtension } from "../handler-options.ts";
import { languageOfActivity } from "../locale.ts";
import { CARD_TYPE } from "../render-attachments.ts";
import { shorten } from "../render-citations.ts";
import { EXTENSION_TEXTS } from "./extension-texts.ts";

/** A card and the words by which a list or a preview shows it. */
export interface TitledCard {
  title: string;
  summary?: string;
  card: AdaptiveCard;
}

/** What the extension looks into; all of it as the public may see it. */
export interface MessageExtensionOptions {
  /** Looks records up as somebody types. */
  search: (
    request: { kind: RecordKind; text: string; skip: number; count: number },
    language: Language,
  ) => Promise<{ results: readonly RecordPreview[]; total: number }>;
  /** The card of a record; `undefined` where there is none for the public. */
  cardOf: (record: RecordReference, language: Language) => TitledCard | undefined;
  /** The card of one of the product's own links; `undefined` for any other. */
  previewLink: (url: string, language: Language) => TitledCard | undefined | Promise<TitledCard | undefined>;
  log: Log;
}

/** Commands of the app package and what each looks for. */
export const SEARCH_COMMANDS: Readonly<Record<string, RecordKind>> = {
  searchStreams: "streams",
  searchCompanies: "companies",
  searchParks: "parks",
  searchFaq: "faq",
};

/** Teams asks for 25 at a time; each carries its card, and a message of 100 KB is the most it takes. */
const MOST_RESULTS = 15;
const MAX_QUERY_CHARS = 200;
/** Two lines of a list; a third would run into the summary. */
const MAX_TITLE_CHARS = 50;

const querySchema = z.object({
  commandId: z.string().nullish(),
  parameters: z.array(z.object({ name: z.string().nullish(), value: z.unknown() })).default([]),
  queryOptions: z
    .object({
      skip: z.number().int().min(0).max(10_000).catch(0),
      count: z.number().int().min(1).catch(MOST_RESULTS),
    })
    .partial()
    .default({}),
});

const linkSchema = z.object({ url: z.string().max(8000) });

/**
 * Creates the search from Teams' compose box and command box, and the previews of the product's own links.
 *
 * What is inserted everybody in the chat sees, so the records are those of the public, whoever asks. Only the tables
 * are searched, no answer is made: Teams waits 5 s at most.
 *
 * @param options See {@link MessageExtensionOptions}.
 */
export function createMessageExtension(options: MessageExtensionOptions): MessageExtension {
  const answers: Record<string, (activity: Activity) => Promise<InvokeAnswer> | InvokeAnswer> = {
    "composeExtension/query": (activity) => search(activity, options),
    "composeExtension/queryLink": (activity) => preview(activity, options),
    // The same for people who have not installed the app: nothing in a preview is for members.
    "composeExtension/anonymousQueryLink": (activity) => preview(activity, options),
  };
  return async (activity) => {
    const answer = Object.hasOwn(answers, activity.name ?? "") ? answers[activity.name ?? ""] : undefined;
    if (answer === undefined) return undefined;
    try {
      return await answer(activity);
    } catch (error) {
      options.log.error("extension.failed", { name: activity.name, ...describeError(error) });
      return say(EXTENSION_TEXTS[languageOf(activity)].failed);
    }
  };
}

async function search(activity: Activity, options: MessageExtensionOptions): Promise<InvokeAnswer> {
  const language = languageOf(activity);
  const query = querySchema.safeParse(activity.value);
  if (!query.success) return { status: 400, body: { error: "Unknown search" } };
  const { commandId, parameters, queryOptions } = query.data;
  // At the first call the only parameter is named "initialRun": nothing has been typed yet.
  const typed = parameters.find(({ name }) => name !== "initialRun")?.value;
  const text = String(typed ?? "").slice(0, MAX_QUERY_CHARS);
  const count = Math.min(queryOptions.count ?? MOST_RESULTS, MOST_RESULTS);
  const results = await findRecords(
    { commandId: commandId ?? "", text, skip: queryOptions.skip ?? 0, count },
    { ...options, language },
  );
  const attachments = results.flatMap((result) => toAttachment(result, { ...options, language }));
  if (attachments.length > 0) return list(attachments);
  return say(EXTENSION_TEXTS[language].nothing(text.trim()));
}

/** A command that is none of ours looks into everything, a few records of each kind. */
async function findRecords(
  request: { commandId: string; text: string; skip: number; count: number },
  options: MessageExtensionOptions & { language: Language },
): Promise<readonly RecordPreview[]> {
  const { commandId, text, skip, count } = request;
  const { search: find, language } = options;
  const kind = Object.hasOwn(SEARCH_COMMANDS, commandId) ? SEARCH_COMMANDS[commandId] : undefined;
  if (kind !== undefined) return (await find({ kind, text, skip, count }, language)).results;
  if (skip > 0) return [];
  const share = Math.ceil(count / RECORD_KINDS.length);
  const found = await Promise.all(
    RECORD_KINDS.map((each) => find({ kind: each, text, skip: 0, count: share }, language)),
  );
  return found.flatMap(({ results }) => results);
}

/** An address that is not ours gets an empty answer: Teams then shows its own preview. */
async function preview(activity: Activity, { previewLink }: MessageExtensionOptions): Promise<InvokeAnswer> {
  const link = linkSchema.safeParse(activity.value);
  const found = link.success ? await previewLink(link.data.url, languageOf(activity)) : undefined;
  return found === undefined ? { status: 200, body: {} } : list([withPreview(found)]);
}

function toAttachment(
  result: RecordPreview,
  { cardOf, language }: { cardOf: MessageExtensionOptions["cardOf"]; language: Language },
): Attachment[] {
  const found = cardOf({ kind: result.kind, id: result.id }, language);
  if (found === undefined) return [];
  return [withPreview({ ...found, title: result.title, summary: result.summary ?? found.summary })];
}

/** The preview has no action of its own: then Teams inserts the card it belongs to. */
function withPreview({ title, summary, card }: TitledCard): Attachment {
  const content = { title: shorten(title, MAX_TITLE_CHARS), ...(summary ? { text: summary } : {}) };
  const attachment = {
    contentType: CARD_TYPE,
    content: card,
    preview: { contentType: "application/vnd.microsoft.card.thumbnail", content },
  };
  return attachment;
}

function list(attachments: Attachment[]): InvokeAnswer {
  return {
    status: 200,
    body: { composeExtension: { type: "result", attachmentLayout: "list", attachments } },
  };
}

function say(text: string): InvokeAnswer {
  return { status: 200, body: { composeExtension: { type: "message", text } } };
}

function languageOf(activity: Activity): Language {
  return languageOfActivity(activity) ?? "en";
}
