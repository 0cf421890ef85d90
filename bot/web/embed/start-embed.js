import { inkOn, parseColour, writeColour } from "../assets/colours.js";
import { createLauncher } from "./create-launcher.js";
import { Panel } from "./panel.js";
import { readSettings } from "./read-settings.js";

const PANEL_ID = "panel";

/**
 * Puts the chat button on the page and makes the one global, `Sivuvirta`; does nothing where it already is.
 *
 * @param {{ script: HTMLScriptElement | null, texts: Record<string, Record<string, string>>, style: string }} options
 */
export function startEmbed({ script, texts, style }) {
  if (window.Sivuvirta) return;
  const settings = readSettings(script, Object.keys(texts));
  const host = createHost(settings, style);
  const { panel, open } = fillHost(host, { settings, texts: texts[settings.language] });
  window.Sivuvirta = Object.freeze({
    open: () => whenBodyIsThere(open),
    close: () => panel.close(),
    identify: (token) => panel.identify(token),
  });
  whenBodyIsThere(() => {
    document.body.append(host);
    fitInk(host);
  });
}

/** An element into which the site's own rules do not reach. */
function createHost(settings, style) {
  const host = document.createElement("sivuvirta-chat");
  host.lang = settings.language;
  host.classList.toggle("left", settings.isLeft);
  // A sheet made by script needs no leave in the site's Content-Security-Policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  host.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  return host;
}

/** Puts button and panel into the element, and tells each of the other. */
function fillHost(host, { settings, texts }) {
  let opener = null;
  const open = () => {
    if (!panel.isOpen) opener = document.activeElement;
    panel.open();
  };
  const giveFocusBack = () => {
    const isGone = !opener?.isConnected || opener === host || opener === document.body;
    (isGone ? launcher.element : opener).focus();
  };
  const launcher = createLauncher({
    texts,
    panelId: PANEL_ID,
    onPress: () => (panel.isOpen ? panel.close() : open()),
  });
  const panel = new Panel({
    id: PANEL_ID,
    settings,
    texts,
    onChange(isOpen) {
      launcher.show({ isOpen, isUnread: false });
      if (!isOpen) giveFocusBack();
    },
    onAnswer: () => launcher.show({ isOpen: false, isUnread: true }),
  });
  host.shadowRoot.append(launcher.element, panel.element);
  return { panel, open };
}

/** A site that sets only the colour of the button gets a sign on it that can be seen. */
function fitInk(host) {
  const properties = getComputedStyle(host);
  const accent = parseColour(properties.getPropertyValue("--sivuvirta-accent").trim());
  if (accent) host.style.setProperty("--ink-on-accent", writeColour(inkOn(accent)));
}

function whenBodyIsThere(run) {
  if (document.body) run();
  else document.addEventListener("DOMContentLoaded", run, { once: true });
}
