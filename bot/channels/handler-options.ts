import type { Activity, TurnContext } from "botbuilder";
import type { Language, Reader } from "../../knowledge/languages.ts";
import type { FileLinks } from "../links/create-file-links.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../observe/metrics.ts";
import type { Reply } from "../reply/reply.ts";
import type { TurnFeedback } from "../state/conversation-store.ts";
import type { AnswerTurn, IncomingTurn } from "../turn.ts";
import type { DeliveredAnswer } from "./feedback.ts";
import type { LinkPolicy } from "./link-policy.ts";
import type { RenderOptions } from "./render-attachments.ts";
import type { StreamPace } from "./reply-stream.ts";

/** Turns a reply into the activity a channel shows. */
export type RenderReply = (reply: Reply, options: RenderOptions) => Partial<Activity>;

/** One renderer per way of showing. */
export interface Renderers {
  /** Web Chat: our own Direct Line, Azure's, and the Bot Framework Emulator. */
  webChat: RenderReply;
  /** Teams, and every channel not named above. */
  teams: RenderReply;
}

/** Told where the bot may speak. */
export interface Presence {
  /** The bot is in the conversation: it was added or spoken to. */
  noteHere(activity: Activity): Promise<void>;
  /** The bot was removed from the conversation. */
  noteGone(activity: Activity): Promise<void>;
}

/** Answer to an invoke: what the caller gets in the answer to its request. */
export interface InvokeAnswer {
  status: number;
  body?: object;
}

/** Answers the invokes of a message extension; `undefined` for an invoke that is none of its own. */
export type MessageExtension = (activity: Activity) => Promise<InvokeAnswer | undefined>;

/** Everything `createBotHandler` needs from outside the channels. */
export interface BotHandlerOptions {
  answerTurn: AnswerTurn;
  /** First words of a conversation, in the language of the client. */
  welcome: (language: Language) => Reply;
  renderers: Renderers;
  /** Makes addresses of pictures and downloads that people of these channels reach. @default without them */
  links?: FileLinks;
  /** Which addresses are shown as links. @default those of what an answer cites */
  isKnownLink?: LinkPolicy;
  /** Counts turns. @default nobody does */
  metrics?: Metrics;
  /** Whether the words of questions and answers are logged. @default {false} */
  logsTexts?: boolean;
  /** Keeps a rating; a throw makes the turn fail. */
  recordFeedback: (feedback: TurnFeedback) => void | Promise<void>;
  /** Told by which ids a delivered answer may be rated. @default nobody is */
  noteDelivered?: (answer: DeliveredAnswer) => void | Promise<void>;
  /** Rank of the sender; asked after its channel authenticated the turn. @default everyone is `public` */
  readerOf?: (context: TurnContext) => Reader | Promise<Reader>;
  /** Rank of the sender for what they do, also where others read along. @default that of `readerOf` */
  rankOf?: (context: TurnContext) => Promise<Reader>;
  /** Language of a conversation, for what is said when answering failed. @default that of the client */
  languageOf?: (turn: IncomingTurn) => Language | Promise<Language>;
  /** How a conversation takes streams. @default it takes none */
  paceOf?: (activity: Activity) => StreamPace | undefined;
  presence?: Presence;
  /** Search from the compose box, and previews of links. @default unknown invokes are answered with 501 */
  extension?: MessageExtension;
  /** Windows with forms; `undefined` for an invoke that is none of theirs. @default there are none */
  answerDialog?: (context: TurnContext) => Promise<InvokeAnswer | undefined>;
  /** Longest time for one answer, in milliseconds. @default {60_000} */
  turnLimitInMs?: number;
  log: Log;
}

/** What an adapter runs for each incoming activity. */
export type BotHandler = (context: TurnContext) => Promise<void>;
