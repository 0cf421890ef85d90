/** What the text depends on. */
export interface PrivacyFacts {
  /** Days after its last message when a conversation is deleted, at least 1. */
  retentionDays: number;
  /**
   * Days for which the words of questions without a good answer are kept, and a question to a person after it was
   * closed. @default {nobody answers beside the assistant}
   */
  desk?: { questionDays: number; ticketDays: number };
  /** Whether questions also go to a language model outside this server. */
  usesChatModel: boolean;
  /** Whether questions go to a model outside that turns them into vectors. @default {false} */
  usesEmbeddingModel?: boolean;
  /** Whether people can sign in on the bot's own page. @default {false} */
  hasSignIn?: boolean;
}

/** One heading and its paragraphs, plain text. */
export interface PrivacySection {
  heading: string;
  paragraphs: string[];
}

/** The privacy page in one language. */
export interface PrivacyTexts {
  title: string;
  back: string;
  sections: PrivacySection[];
}
