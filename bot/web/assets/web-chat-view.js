/**
 * One Web Chat on the page, in the colours of the style sheet.
 * In: a conversation and the words of a language. Out: what becomes of the connection, through callbacks.
 */

import { AnswerScroll } from "./answer-scroll.js";
import { styleOptions } from "./web-chat-style.js";

/** States of a connection that end it, which the library gives as numbers. */
const LOSSES = { 3: "expired", 4: "failed", 5: "ended" };

/** What Web Chat needs to notice that its transcript stands at the end, in milliseconds. */
const SETTLE_IN_MS = 200;

/** Web Chat takes its line about the connection away after up to 0.4 s (`notificationDebounceTimeout`). */
const CONNECTED_LINE_IN_MS = 1000;

/** Needed by the style elements that Web Chat makes; the attribute itself is hidden from scripts. */
const nonce = document.querySelector("script[nonce]")?.nonce;

/** Name of the event by which Web Chat 4.18 sends a pressed thumb. */
const RATED = "webchat:activity-status/feedback";

/**
 * @typedef {{ target: string, reaction: "like" | "dislike" }} Rating `target`: id of the pressed thumb, which holds
 * that of the answer.
 */

/**
 * @typedef {object} ViewOptions
 * @property {HTMLElement} element Where the chat goes; emptied first.
 * @property {import("./conversation.js").Conversation} conversation
 * @property {any} texts Words of the page, as `PageTexts` of the server.
 * @property {() => void} onOnline The chat can be used.
 * @property {() => void} onSend The visitor has sent something.
 * @property {(text: string) => void} onRefused What the visitor has sent last did not go through.
 * @property {() => void} onAnswer The assistant has sent something.
 * @property {(rating: Rating) => void} onRated The visitor has pressed a thumb.
 * @property {(reason: "failed" | "ended" | "expired", token: string) => void} onLost The connection is over for good;
 * `token` names it.
 */

/**
 * @param {ViewOptions} options
 * @returns {{ send: (text: string) => void, rate: (rating: Rating & { words: string }) => Promise<void>,
 *   show: (texts: any) => void, close: () => void }}
 */
export function openView(options) {
  const { WebChat } = window;
  const directLine = createConnection(options);
  const place = document.createElement("div");
  // The page itself says that it connects; a second line would push the first answer down when it goes.
  place.className = "web-chat-place is-opening";
  const scroll = new AnswerScroll(place);
  const store = WebChat.createStore({}, watchActions({ ...options, place, scroll }));
  options.element.replaceChildren(place);

  const show = ({ locale, like, dislike }) =>
    WebChat.renderWebChat(
      {
        directLine,
        store,
        locale,
        nonce,
        styleOptions: styleOptions(),
        cardActionMiddleware,
        overrideLocalizedStrings: { VOTE_LIKE_ALT: like, VOTE_DISLIKE_ALT: dislike },
      },
      place,
    );
  const subscription = watchLoss(directLine, options);
  show(options.texts);
  return {
    send: (text) => {
      // Web Chat follows what comes only from the end; its own send box goes there by itself.
      scroll.toEnd();
      setTimeout(() => store.dispatch({ type: "WEB_CHAT/SEND_MESSAGE", payload: { text } }), SETTLE_IN_MS);
    },
    rate: (rating) => postRating(directLine, rating),
    show,
    close: () => {
      subscription.unsubscribe();
      directLine.end();
    },
  };
}

function watchLoss(directLine, { onLost }) {
  let isLost = false;
  return directLine.connectionStatus$.subscribe((status) => {
    // Only the first loss tells the reason: after it, Web Chat itself ends the connection.
    if (isLost || !LOSSES[status]) return;
    isLost = true;
    // Later, because the connection is still busy telling others.
    setTimeout(() => onLost(LOSSES[status], directLine.token));
  });
}

/**
 * Sends words to a thumb that was pressed. The server joins both by the target, so it is the same text in both.
 *
 * @throws {Error} If they did not arrive.
 */
function postRating(directLine, { target, reaction, words }) {
  const actionValue = { reaction, feedback: { feedbackText: words } };
  const activity = {
    type: "invoke",
    name: "message/submitAction",
    replyToId: target,
    value: { actionName: "feedback", actionValue },
  };
  return new Promise((resolve, reject) => {
    directLine.postActivity(activity).subscribe({
      // "retry" stands for an error of the server.
      next: (id) => (id === "retry" ? reject(new Error("Cannot send the feedback")) : resolve()),
      error: reject,
    });
  });
}

/** Web Chat opens whole addresses only; those of our own files come without a host. */
function cardActionMiddleware() {
  return (next) => (options) => {
    const { cardAction } = options;
    if (cardAction.type !== "openUrl" || !cardAction.value.startsWith("/files/")) return next(options);
    const value = new URL(cardAction.value, location.origin).href;
    return next({ ...options, cardAction: { ...cardAction, value } });
  };
}

/** A new conversation is begun by the first call; an earlier one is read again from its first activity. */
function createConnection({ conversation, texts }) {
  const { token, conversationId, isResumed } = conversation;
  return window.WebChat.createDirectLine({
    domain: `${location.origin}/v3/directline`,
    token,
    conversationStartProperties: { locale: texts.locale },
    ...(isResumed ? { conversationId, watermark: "0" } : {}),
  });
}

function watchActions({ place, onOnline, onSend, onRefused, onAnswer, onRated, scroll }) {
  let lastText = "";
  return () => (next) => (action) => {
    const activity = action.payload?.activity;
    switch (action.type) {
      case "DIRECT_LINE/CONNECT_FULFILLED":
        // Later, because what is sent before the store itself has taken this in is lost.
        setTimeout(onOnline);
        setTimeout(() => place.classList.remove("is-opening"), CONNECTED_LINE_IN_MS);
        break;
      case "DIRECT_LINE/POST_ACTIVITY":
        if (activity.name === RATED) onRated(readRating(activity));
        if (activity.type !== "message") break;
        lastText = activity.text ?? "";
        scroll.asked();
        onSend();
        break;
      case "DIRECT_LINE/POST_ACTIVITY_REJECTED":
        onRefused(lastText);
        break;
      case "DIRECT_LINE/QUEUE_INCOMING_ACTIVITY":
        if (activity.type === "message" && activity.from?.role === "bot") {
          scroll.answered();
          onAnswer();
        }
        return next({ ...action, payload: { activity: keepPlace(keepNumbersWhole(activity)) } });
    }
    return next(action);
  };
}

/** @returns {Rating} */
function readRating({ entities }) {
  const [action] = entities;
  return { target: action["@id"], reaction: action["@type"] === "LikeAction" ? "like" : "dislike" };
}

/**
 * Gives each part of a streamed answer its place by its time. The first part has no id of a stream yet, and Web Chat 4.18
 * would take it for one of an earlier stream, and show the answer above the question.
 */
function keepPlace(activity) {
  const { channelData, timestamp } = activity;
  if (!channelData?.streamType || !timestamp) return activity;
  return { ...activity, channelData: { ...channelData, "webchat:sequence-id": Date.parse(timestamp) } };
}

/**
 * "430 000 t", "+358 40 123 4567" and "10 02 02" must not break over two lines; on the way their spaces are ordinary
 * ones, which others can search.
 */
function keepNumbersWhole(activity) {
  if (typeof activity.text !== "string") return activity;
  const text = activity.text
    .replace(/\+\d[\d ]{6,18}\d|(?<!\d )(?<!\d)\d\d \d\d \d\d(?! ?\d)/g, (number) =>
      number.replaceAll(" ", "\u00a0"),
    )
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u00a0")
    .replace(/(\d) (?=(?:t|ha|km|kg|m²|m³|m3|MW|MWh|GWh|%|€)(?![\p{L}\d]))/gu, "$1\u00a0");
  return { ...activity, text };
}
