/**
 * Colours as numbers: read from any CSS notation, mixed, and compared for how well one can be read on the other.
 *
 * @typedef {[red: number, green: number, blue: number]} Colour Each 0–255.
 */

/** Enough for words of any size (WCAG 2.2, 1.4.3). */
export const READABLE_CONTRAST = 4.5;

/**
 * Reads a colour as the browser shows it.
 *
 * @param {unknown} text Such as `#17594a`, `teal` or `oklch(0.5 0.1 170)`.
 * @returns {Colour | undefined} `undefined` for anything that is no opaque colour.
 */
export function parseColour(text) {
  if (typeof text !== "string" || text.length > 100 || !CSS.supports("color", text)) return undefined;
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? [red, green, blue] : undefined;
}

/**
 * @param {Colour} colour
 * @returns {string} Such as `rgb(23 89 74)`.
 */
export function writeColour(colour) {
  return `rgb(${colour.join(" ")})`;
}

/**
 * @param {Colour} from
 * @param {Colour} to
 * @param {number} share Of `to`, 0–1.
 * @returns {Colour}
 */
export function mixColours(from, to, share) {
  return /** @type {Colour} */ (from.map((part, index) => Math.round(part + (to[index] - part) * share)));
}

/**
 * @param {Colour} one
 * @param {Colour} other
 * @returns {number} Contrast by WCAG, 1–21.
 */
export function contrastOf(one, other) {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * @param {Colour} ground
 * @returns {Colour} Black or white, whichever is easier to read on the ground.
 */
export function inkOn(ground) {
  return contrastOf(ground, [255, 255, 255]) >= contrastOf(ground, [0, 0, 0]) ? [255, 255, 255] : [0, 0, 0];
}

/** @param {Colour} colour */
function luminanceOf(colour) {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
