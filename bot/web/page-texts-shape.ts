import type { Reader } from "../../knowledge/languages.ts";

/** A question of the start panel; pressing the button sends it word for word. */
export interface SampleQuestion {
  /** Who typically asks this. */
  asker: string;
  question: string;
}

/** Every word of the chat page in one language; the words inside the chat are Web Chat's and the bot's own. */
export interface PageTexts {
  /** Tag for Web Chat and dates. */
  locale: string;
  /** The language's name in itself. */
  languageName: string;
  title: string;
  /** One sentence: what this is. */
  tagline: string;
  /** Spoken name of the group of language buttons. */
  languages: string;
  samplesHeading: string;
  samples: readonly SampleQuestion[];
  /** Tells that a machine answers and that its sources can be checked. */
  aiNotice: string;
  newConversation: string;
  privacy: string;
  /** Spoken name of the chat region. */
  chat: string;
  connecting: string;
  unavailable: string;
  noScript: string;
  /** The connection could not be made; stands beside {@link retry}. */
  failed: string;
  retry: string;
  /** The server has ended the conversation and a new one is open. */
  startedAnew: string;
  /** The page slept too long to go on; stands beside {@link newConversation}. */
  paused: string;
  /** Another tab has taken the conversation over; stands beside {@link newConversation}. */
  elsewhere: string;
  /** Spoken name of the button and of what it opens. */
  menu: string;
  download: string;
  erase: string;
  eraseTitle: string;
  /** Names everything that is deleted. */
  eraseWhat: string;
  eraseAdvice: string;
  eraseConfirm: string;
  cancel: string;
  /** Everything is deleted and a new conversation is open. */
  erased: string;
  eraseFailed: string;
  downloadFailed: string;
  /** Name of the thumb up. */
  like: string;
  /** Name of the thumb down; Web Chat's own Finnish word forbids. */
  dislike: string;
  /** Asked after a thumb up. */
  likeQuestion: string;
  /** Asked after a thumb down. */
  dislikeQuestion: string;
  feedbackHint: string;
  feedbackSend: string;
  feedbackSkip: string;
  feedbackThanks: string;
  feedbackFailed: string;
  /** Name of the button that closes the panel on another site. */
  close: string;
  signIn: string;
  signOut: string;
  /** The server did not believe the identity that the hosting site gave. */
  unknownVisitor: string;
  /** Tells the role in which somebody is signed in, and no name. */
  signedIn: Record<Reader, string>;
  transcript: TranscriptTexts;
}

/** Words of the downloaded conversation. */
export interface TranscriptTexts {
  title: string;
  /** Beginning of the file's name; the date follows. */
  fileName: string;
  downloaded: string;
  you: string;
  assistant: string;
  sources: string;
  picture: string;
  /** Stands before the answers of a filled form. */
  form: string;
}
