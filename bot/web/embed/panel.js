import { ChatFrame } from "./chat-frame.js";
import { createNotice } from "./create-notice.js";

/** A phone, upright or turned. */
const PHONE = "(max-width: 480px), (max-height: 480px)";

/**
 * @typedef {object} PanelOptions
 * @property {string} id
 * @property {import("./read-settings.js").Settings} settings
 * @property {Record<string, string>} texts Words of one language.
 * @property {(isOpen: boolean) => void} onChange
 * @property {() => void} onAnswer An answer came while the panel was closed.
 */

/**
 * The panel with the chat.
 *
 * On a phone it fills the screen and nothing behind it can be reached; else it stands beside the page.
 */
export class Panel {
  element = document.createElement("dialog");
  #frame;
  #notice;
  #onChange;

  /** @param {PanelOptions} options */
  constructor({ id, settings, texts, onChange, onAnswer }) {
    this.#onChange = onChange;
    const chatUrl = `${settings.origin}/?lang=${settings.language}`;
    this.#notice = createNotice({ texts, chatUrl, onClose: () => this.close() });
    this.#frame = new ChatFrame({
      settings,
      title: texts.chat,
      isShown: () => this.isOpen,
      events: {
        onLoading: () => this.#notice.show("connecting"),
        onReady: () => this.#becameReady(),
        onBlocked: () => this.#notice.show("blocked"),
        onClose: () => this.close(),
        onAnswer: () => !this.isOpen && onAnswer(),
      },
    });
    Object.assign(this.element, { id, className: "panel" });
    this.element.setAttribute("aria-label", texts.chat);
    this.element.append(this.#frame.element, this.#notice.element);
    this.#listen();
  }

  get isOpen() {
    return this.element.open;
  }

  open() {
    if (this.isOpen) return;
    this.#show();
    this.#frame.load();
    if (this.#frame.isReady) this.#frame.focus();
    else this.#notice.element.querySelector("button").focus();
    this.#onChange(true);
  }

  close() {
    this.element.close();
  }

  /** @param {unknown} token As of {@link ChatFrame.identify}. */
  identify(token) {
    this.#frame.identify(token);
  }

  #show() {
    if (matchMedia(PHONE).matches) this.element.showModal();
    else this.element.show();
  }

  #becameReady() {
    this.#notice.show("none");
    if (this.isOpen) this.#frame.focus();
  }

  #listen() {
    this.element.addEventListener("close", () => {
      if (this.isOpen) return;
      this.#frame.tellHidden();
      this.#onChange(false);
    });
    this.element.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.close();
    });
    // Turned to the other side, a device may have room for the page beside the panel.
    matchMedia(PHONE).addEventListener("change", () => {
      if (!this.isOpen) return;
      this.close();
      this.#show();
    });
  }
}
