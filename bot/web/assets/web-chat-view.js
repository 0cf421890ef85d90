/**
 * One Web Chat on the page, in the colours of the style sheet.
 * In: a conversation and a locale. Out: what becomes of the connection, through callbacks.
 */

import { styleOptions } from "./web-chat-style.js";

/** States of a connection that end it, which the library gives as numbers. */
const LOSSES = { 3: "expired", 4: "failed", 5: "ended" };

/** What Web Chat needs to notice that its transcript stands at the end, in milliseconds. */
const SETTLE_IN_MS = 200;

/** Needed by the style elements that Web Chat makes; the attribute itself is hidden from scripts. */
const nonce = document.querySelector("script[nonce]")?.nonce;

/**
 * @typedef {object} ViewOptions
 * @property {HTMLElement} element Where the chat goes; emptied first.
 * @property {import("./conversation.js").Conversation} conversation
 * @property {string} locale Such as `fi-FI`.
 * @property {() => void} onOnline The chat can be used.
 * @property {() => void} onSend The visitor has sent something.
 * @property {(text: string) => void} onRefused What the visitor has sent last did not go through.
 * @property {(reason: "failed" | "ended" | "expired") => void} onLost The connection is over for good.
 */

/**
 * @param {ViewOptions} options
 * @returns {{ send: (text: string) => void, show: (locale: string) => void, close: () => void }}
 */
export function openView(options) {
  const { WebChat } = window;
  const directLine = createConnection(options);
  const store = WebChat.createStore({}, watchActions(options));
  const place = document.createElement("div");
  place.className = "web-chat-place";
  options.element.replaceChildren(place);

  const show = (locale) =>
    WebChat.renderWebChat(
      { directLine, store, locale, nonce, styleOptions: styleOptions(), cardActionMiddleware },
      place,
    );
  let isLost = false;
  const subscription = directLine.connectionStatus$.subscribe((status) => {
    // Only the first loss tells the reason: after it, Web Chat itself ends the connection.
    if (isLost || !LOSSES[status]) return;
    isLost = true;
    // Later, because the connection is still busy telling others.
    setTimeout(() => options.onLost(LOSSES[status]));
  });
  show(options.locale);
  return {
    send: (text) => {
      scrollToEnd(place);
      setTimeout(() => store.dispatch({ type: "WEB_CHAT/SEND_MESSAGE", payload: { text } }), SETTLE_IN_MS);
    },
    show,
    close: () => {
      subscription.unsubscribe();
      directLine.end();
    },
  };
}

/** Web Chat follows what comes only from the end; its own send box goes there by itself. */
function scrollToEnd(place) {
  const transcript = place.querySelector(".webchat__basic-transcript__scrollable");
  if (transcript) transcript.scrollTop = transcript.scrollHeight;
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
function createConnection({ conversation, locale }) {
  const { token, conversationId, isResumed } = conversation;
  return window.WebChat.createDirectLine({
    domain: `${location.origin}/v3/directline`,
    token,
    conversationStartProperties: { locale },
    ...(isResumed ? { conversationId, watermark: "0" } : {}),
  });
}

function watchActions({ onOnline, onSend, onRefused }) {
  let lastText = "";
  return () => (next) => (action) => {
    const activity = action.payload?.activity;
    switch (action.type) {
      case "DIRECT_LINE/CONNECT_FULFILLED":
        // Later, because what is sent before the store itself has taken this in is lost.
        setTimeout(onOnline);
        break;
      case "DIRECT_LINE/POST_ACTIVITY":
        if (activity.type !== "message") break;
        lastText = activity.text ?? "";
        onSend();
        break;
      case "DIRECT_LINE/POST_ACTIVITY_REJECTED":
        onRefused(lastText);
        break;
      case "DIRECT_LINE/QUEUE_INCOMING_ACTIVITY":
        if (typeof activity.text !== "string") break;
        return next({
          ...action,
          payload: { activity: { ...activity, text: keepNumbersWhole(activity.text) } },
        });
    }
    return next(action);
  };
}

/**
 * "430 000 t", "+358 40 123 4567" and "10 02 02" must not break over two lines; on the way their spaces are ordinary
 * ones, which others can search.
 */
function keepNumbersWhole(text) {
  return text
    .replace(/\+\d[\d ]{6,18}\d|(?<!\d )(?<!\d)\d\d \d\d \d\d(?! ?\d)/g, (number) =>
      number.replaceAll(" ", "\u00a0"),
    )
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u00a0")
    .replace(/(\d) (?=(?:t|ha|km|kg|m²|m³|m3|MW|MWh|GWh|%|€)(?![\p{L}\d]))/gu, "$1\u00a0");
}
