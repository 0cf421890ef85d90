/** A tool that the model may call instead of writing; `parameters` is a JSON schema. */
export interface ChatTool {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
}

/** One request: the rules, then the data they are to be used on. */
export interface ChatCall {
  system: string;
  user: string;
  tools?: readonly ChatTool[];
  /** Tokens the model may write at most. */
  maxTokens: number;
}

/** Tokens that were read and written. */
export interface ChatUsage {
  input: number;
  output: number;
}

/** A tool call as the model wrote it; nobody has checked it yet. */
export interface ChatToolCall {
  name: string;
  /** The parsed arguments, or the words that could not be parsed. */
  arguments: unknown;
}

/** A whole answer. */
export interface ChatAnswer {
  text: string;
  toolCalls: readonly ChatToolCall[];
  usage?: ChatUsage;
}

/** A piece of an answer under way. */
export interface ChatPiece {
  text: string;
  usage?: ChatUsage;
  /** The model says that it has said all. */
  isLast?: boolean;
}

/** A chat model behind whatever interface; throws whatever its library throws. */
export interface ChatClient {
  ask(call: ChatCall, signal: AbortSignal): Promise<ChatAnswer>;
  stream(call: ChatCall, signal: AbortSignal): AsyncIterable<ChatPiece>;
}
