/**
 * The colours of the hosting site, fitted so that every word can be read by day and by night.
 */

import { contrastOf, inkOn, mixColours, parseColour, READABLE_CONTRAST, writeColour } from "./colours.js";

/** Properties of page.css that follow from the one colour a site gives. */
const OWN_PROPERTIES = ["accent", "accent-ink", "accent-soft", "mine"];

/** @type {{ accent?: unknown, accentInk?: unknown }} */
let theme = {};

/**
 * Takes the colours of the hosting site; anything that is no colour changes nothing.
 *
 * @param {{ accent?: unknown, accentInk?: unknown }} wanted As the site sent them.
 */
export function setTheme(wanted) {
  theme = wanted;
  refreshTheme();
}

/** Fits the colours to day or night; to be called when the browser changes between them. */
export function refreshTheme() {
  const { style } = document.documentElement;
  for (const name of OWN_PROPERTIES) style.removeProperty(`--${name}`);
  const accent = parseColour(theme.accent);
  const surface = ownColour("surface");
  const ink = ownColour("ink");
  if (!accent || !surface || !ink) return;
  const soft = mixColours(surface, accent, 0.12);
  const readable = readableOn(soft, { colour: accent, ink });
  const wantedInk = parseColour(theme.accentInk);
  const isInkReadable = wantedInk && contrastOf(wantedInk, readable) >= READABLE_CONTRAST;
  const colours = [
    readable,
    isInkReadable ? wantedInk : inkOn(readable),
    soft,
    mixColours(surface, accent, 0.2),
  ];
  OWN_PROPERTIES.forEach((name, index) => {
    style.setProperty(`--${name}`, writeColour(colours[index]));
  });
}

/** Moves a colour towards that of the words until it can be read itself. */
function readableOn(ground, { colour, ink }) {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mixColours(colour, ink, share);
    if (contrastOf(mixed, ground) >= READABLE_CONTRAST) return mixed;
  }
  return ink;
}

function ownColour(name) {
  return parseColour(getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
}
