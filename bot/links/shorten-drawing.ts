import { choosePlaces } from "../pictures/choose-places.ts";
import { MAX_BARS } from "../pictures/lay-out-bars.ts";
import { MAX_FLOWS } from "../pictures/lay-out-flow.ts";
import type { Drawing, ParkMap } from "../reply/drawing.ts";

/** Most entries a link holds, counting those that are not drawn. */
export const MAX_ENTRIES = 200;

const MAX_LABEL_CHARS = 120;
const MAX_LINE_CHARS = 300;

/**
 * Makes a drawing small enough for an address and gives it the form that JSON keeps.
 *
 * Words are cut where the picture would cut them too. What would not be drawn becomes an empty entry, which takes no
 * room, so that the picture can still tell how many there are.
 *
 * @param drawing Any drawing.
 * @returns One that looks the same.
 */
export function shortenDrawing(drawing: Drawing): Drawing {
  const { language } = drawing;
  const frame = {
    language,
    title: cut(drawing.title, MAX_LINE_CHARS),
    source: cut(drawing.source, MAX_LINE_CHARS),
  };
  if (drawing.kind === "bars") {
    const bars = drawing.bars.slice(0, MAX_ENTRIES).map(({ label, value, text }, index) => {
      if (index >= MAX_BARS) return { label: "", value: 0, text: "" };
      return { label: cut(label), value: Number.isFinite(value) ? value : 0, text: cut(text) };
    });
    return { kind: "bars", ...frame, unit: cut(drawing.unit), bars };
  }
  if (drawing.kind === "map") return { kind: "map", ...frame, places: shortenPlaces(drawing) };
  const flows = drawing.flows.slice(0, MAX_ENTRIES).map(({ from, to, label, value }, index) => {
    if (index >= MAX_FLOWS) return { from: "", to: "", label: "" };
    const known = Number.isFinite(value) ? { value } : {};
    return { from: cut(from), to: cut(to), label: cut(label), ...known };
  });
  return { kind: "flow", ...frame, flows };
}

function shortenPlaces(map: ParkMap): ParkMap["places"] {
  const chosen = choosePlaces(map);
  const places = chosen.places.map(({ label, latitude, longitude, isHighlighted }) => {
    return { label: cut(label), latitude: round(latitude), longitude: round(longitude), isHighlighted };
  });
  const rest = Math.min(chosen.all, MAX_ENTRIES) - places.length;
  const empty = { label: "", latitude: 0, longitude: 0, isHighlighted: false };
  return [...places, ...Array.from({ length: rest }, () => empty)];
}

/** A thousandth of a degree is far less than a pixel. */
function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}

function cut(text: string, maxChars = MAX_LABEL_CHARS): string {
  const letters = [...text.toWellFormed()];
  return letters.length > maxChars ? `${letters.slice(0, maxChars - 1).join("")}…` : letters.join("");
}
