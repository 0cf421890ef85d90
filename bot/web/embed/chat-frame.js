import { parseColour, writeColour } from "../assets/colours.js";
import { createFrameChannel } from "./frame-channel.js";

/** A frame that has loaded answers at once; one that may not be shown here loads an error page and never answers. */
const ANSWER_PATIENCE_IN_MS = 4000;
/** A server that cannot be reached may keep a frame loading for minutes. */
const LOAD_PATIENCE_IN_MS = 25_000;

/**
 * @typedef {object} FrameOptions
 * @property {import("./read-settings.js").Settings} settings
 * @property {string} title Name of the frame.
 * @property {() => boolean} isShown Whether the panel is open.
 * @property {Record<"onLoading" | "onReady" | "onBlocked" | "onClose" | "onAnswer", () => void>} events
 */

/** The chat in a frame: loaded when it is first wanted, told who the visitor is, and asked whether it is there. */
export class ChatFrame {
  element = document.createElement("iframe");
  isReady = false;
  #options;
  #channel;
  #identity;
  #toldIdentity;
  #timer = 0;

  /** @param {FrameOptions} options */
  constructor(options) {
    const { settings, title, events } = options;
    this.#options = options;
    this.#identity = settings.identity;
    this.element.title = title;
    const handlers = {
      ready: () => this.#becameReady(),
      close: () => events.onClose(),
      answer: () => events.onAnswer(),
    };
    this.#channel = createFrameChannel({
      frame: this.element,
      origin: settings.origin,
      onMessage: (name) => Object.hasOwn(handlers, name) && handlers[name](),
    });
  }

  /** Loads the chat, unless it is there or on its way. */
  load() {
    if (this.element.src) return;
    const { settings, isShown, events } = this.#options;
    events.onLoading();
    this.element.addEventListener("load", () => {
      this.isReady = false;
      this.#waitForAnswer(ANSWER_PATIENCE_IN_MS);
      this.#toldIdentity = this.#identity;
      this.#channel.send("hello", {
        identity: this.#identity,
        isOpen: isShown(),
        ...readTheme(this.element),
      });
    });
    this.#waitForAnswer(LOAD_PATIENCE_IN_MS);
    this.element.src = `${settings.origin}/?embedded=1&lang=${settings.language}`;
  }

  /** Gives the keyboard to the chat, which has just been shown. */
  focus() {
    this.element.focus();
    this.#channel.send("shown");
  }

  /** Tells the chat that it is no longer seen. */
  tellHidden() {
    if (this.isReady) this.#channel.send("hidden");
  }

  /** @param {unknown} token Signed token of the site; anything but a text means nobody. */
  identify(token) {
    this.#identity = typeof token === "string" && token ? token : undefined;
    if (this.isReady) this.#tellIdentity();
  }

  #becameReady() {
    this.isReady = true;
    clearTimeout(this.#timer);
    if (this.#identity !== this.#toldIdentity) this.#tellIdentity();
    this.#options.events.onReady();
  }

  #tellIdentity() {
    this.#toldIdentity = this.#identity;
    this.#channel.send("identify", { identity: this.#identity });
  }

  #waitForAnswer(patienceInMs) {
    const { settings, events } = this.#options;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      events.onBlocked();
      console.warn(
        `Sivuvirta: the chat of ${settings.origin} did not open: add ${location.origin} to its setting ALLOWED_ORIGINS, and allow ${settings.origin} in frame-src of this page`,
      );
    }, patienceInMs);
  }
}

/** The site's colours in a notation that can be checked; what is no colour is left out. */
function readTheme(element) {
  const properties = getComputedStyle(element);
  const colourOf = (name) => {
    const colour = parseColour(properties.getPropertyValue(name).trim());
    return colour && writeColour(colour);
  };
  return { accent: colourOf("--sivuvirta-accent"), accentInk: colourOf("--sivuvirta-accent-ink") };
}
