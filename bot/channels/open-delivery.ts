import { ActivityTypes, type TurnContext } from "botbuilder";
import type { Language } from "../../knowledge/languages.ts";
import type { Log } from "../log.ts";
import { TEXTS } from "../texts.ts";
import type { TurnProgress } from "../turn.ts";
import { deliverForms, type ReplyForm } from "./reply-form.ts";
import { ReplyStream, type StreamPace } from "./reply-stream.ts";

/** How the reply of one turn reaches the person. */
export interface Delivery {
  progress: TurnProgress;
  /** Sends the reply in the fullest form the channel takes; called once, as the last. */
  finish(forms: readonly ReplyForm[]): Promise<void>;
  /** Shows nothing more, for there will be no reply now; instead of `finish`. */
  abandon(): void;
}

/** Choices of {@link openDelivery}. */
export interface DeliveryOptions {
  /** Absent: no stream; then typing dots and one message. */
  pace?: StreamPace;
  /** Pause before the dots, in milliseconds; a quick answer needs none. 0: they come as soon as a search begins. */
  typingAfterInMs: number;
  /** Gives the beginning of an answer the form the whole will have. */
  renderBeginning: (text: string) => string;
  log: Log;
}

/**
 * Chooses how a reply is delivered: streamed where the channel can, with typing dots where it cannot, bare for a client
 * that waits for all replies in the answer to its request.
 */
export function openDelivery(context: TurnContext, options: DeliveryOptions): Delivery {
  if (context.activity.deliveryMode === "expectReplies") return bareDelivery(context);
  return options.pace === undefined
    ? typingDelivery(context, options)
    : streamDelivery(context, { ...options, pace: options.pace });
}

function bareDelivery(context: TurnContext): Delivery {
  return {
    progress: { searching: () => undefined, writing: () => undefined },
    finish: (forms) => deliverForms(forms, (reply) => context.sendActivity(reply)),
    abandon: () => undefined,
  };
}

function typingDelivery(context: TurnContext, { typingAfterInMs }: DeliveryOptions): Delivery {
  const dots = startDots(context, typingAfterInMs);
  return {
    progress: {
      searching: () => {
        if (typingAfterInMs === 0) dots.show();
      },
      writing: () => undefined,
    },
    finish: async (forms) => {
      await dots.end();
      await deliverForms(forms, (reply) => context.sendActivity(reply));
    },
    abandon: dots.cancel,
  };
}

function streamDelivery(context: TurnContext, options: DeliveryOptions & { pace: StreamPace }): Delivery {
  const { pace, log, renderBeginning, typingAfterInMs } = options;
  const stream = new ReplyStream(context, { pace, log });
  // For a turn that is slow before it tells anything; from then on the stream shows that something is done.
  const dots = startDots(context, typingAfterInMs);
  let informing: NodeJS.Timeout | undefined;
  return {
    progress: {
      searching: (language: Language) => {
        dots.cancel();
        const inform = () => stream.inform(TEXTS[language].searching);
        if (pace.informAfterInMs) informing = setTimeout(inform, pace.informAfterInMs);
        else inform();
      },
      writing: (text) => {
        dots.cancel();
        clearTimeout(informing);
        stream.update(renderBeginning(text));
      },
    },
    finish: async (forms) => {
      clearTimeout(informing);
      await dots.end();
      await stream.finish(forms);
    },
    abandon: () => {
      dots.cancel();
      clearTimeout(informing);
    },
  };
}

/** Typing dots that come by themselves after a while. */
function startDots(context: TurnContext, afterInMs: number) {
  let shown: Promise<unknown> = Promise.resolve();
  const send = async () => context.sendActivity({ type: ActivityTypes.Typing });
  const show = () => {
    // Of a turn that is over the context throws.
    shown = send().catch(() => undefined);
  };
  const timer = afterInMs === 0 ? undefined : setTimeout(show, afterInMs);
  return {
    show,
    cancel: () => clearTimeout(timer),
    /** The dots must not arrive after the answer, nor be sent through a context that is over. */
    end: () => {
      clearTimeout(timer);
      return shown;
    },
  };
}
