import fc from "fast-check";
import { FRAGMENTS, NUMBERS, SCRIPTS, SIGNS } from "./odd-words.ts";

/** A word that is long, or a piece said again and again: what patterns of a bad kind explode on. */
const repeated: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(
        ..."a0 ,.-()[]*_#|:\n\t<>&@/\\",
        "1,",
        "a-",
        "a ",
        "ä",
        "t/",
        "1 000 ",
        "(",
        "a.",
        "@a",
      ),
      fc.constantFrom(...SIGNS, ...FRAGMENTS, ...NUMBERS, ...SCRIPTS),
      fc.string({ minLength: 1, maxLength: 4 }),
    ),
    fc.integer({ min: 2, max: 2200 }),
    fc.constantFrom("", "!", "x", ".", "?", "\n", "1"),
  )
  .map(([piece, times, end]) => piece.repeat(times).slice(0, 9000) + end);

/** A piece of a text, of any script. */
export const pieces: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SCRIPTS) },
  { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 2, arbitrary: fc.constantFrom(...FRAGMENTS) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** Words of any script with signs, markup and numbers between them, in any order. */
const mixed: fc.Arbitrary<string> = fc
  .tuple(fc.array(pieces, { minLength: 1, maxLength: 14 }), fc.constantFrom(" ", " ", " ", "", "\n", ", "))
  .map(([found, between]) => found.join(between));

/** Any text at all; often one that somebody could mean. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: mixed },
  { weight: 1, arbitrary: repeated },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);

/** Texts that make a slow pattern slow. */
export const longTexts: fc.Arbitrary<string> = fc.oneof(
  repeated,
  fc.tuple(repeated, pieces, repeated).map((parts) => parts.join("")),
);

/**
 * A good text with something done to it: a piece put in, words swapped, doubled, run together or left out, its letters
 * in another case or form.
 */
export function changedText(samples: readonly string[]): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat({ max: 11 }), fc.nat(), pieces);
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 0, maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce((done, [kind, at, piece]) => changeOnce(done, { kind, at, piece }), text),
    );
}

function changeOnce(text: string, { kind, at, piece }: { kind: number; at: number; piece: string }): string {
  const place = at % (text.length + 1);
  const words = text.split(" ");
  const word = at % words.length;
  switch (kind) {
    case 0:
      return text.slice(0, place) + piece + text.slice(place);
    case 1:
      return words.toSpliced(word, 0, piece).join(" ");
    case 2:
      return words.toSpliced(word, 1).join(" ");
    case 3:
      return words.toSpliced(word, 1, piece).join(" ");
    case 4:
      return words.toSorted().join(" ");
    case 5:
      return words.join("");
    case 6:
      return text.toUpperCase();
    case 7:
      return text.normalize("NFD");
    case 8:
      return `${text} ${text}`;
    case 9:
      return text.slice(0, place);
    case 10:
      return text.replace(/\d+/g, () => piece);
    default:
      return text.replaceAll(" ", "\u00a0\n");
  }
}
