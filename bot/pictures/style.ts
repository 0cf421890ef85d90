/** Width of every picture, in pixels; a phone shows it at about a third of that. */
export const PICTURE_WIDTH = 1000;

/** Free room around everything, in pixels. */
export const MARGIN = 36;

/** Colours of the light page (`web/assets/page.css`); none of them carries a meaning of its own. */
export const COLOURS = {
  ground: "#ffffff",
  ink: "#16302a",
  inkSoft: "#4c625c",
  line: "#d3dedb",
  leader: "#7d928b",
  accent: "#17594a",
  accentSoft: "#e4f0ec",
  onAccent: "#ffffff",
} as const;

/** How words look: size in pixels, at least 22, and weight, one of the two the font is loaded in. */
export interface TextStyle {
  size: number;
  weight: 500 | 600;
}

/** The kinds of words in a picture. */
export const TEXT_STYLES = {
  title: { size: 38, weight: 600 },
  label: { size: 29, weight: 500 },
  value: { size: 29, weight: 600 },
  place: { size: 26, weight: 500 },
  placeStrong: { size: 27, weight: 600 },
  number: { size: 24, weight: 600 },
  node: { size: 26, weight: 600 },
  flow: { size: 25, weight: 500 },
  small: { size: 23, weight: 500 },
} as const satisfies Record<string, TextStyle>;

/**
 * Distance from one line of words to the next.
 *
 * @param style How the words look.
 * @returns Pixels.
 */
export function lineHeight(style: TextStyle): number {
  return Math.round(style.size * 1.25);
}
