/** A piece of a text that stayed, came or went. */
export interface DiffPiece {
  kind: "same" | "added" | "removed";
  text: string;
}

/** Texts with more words than this are compared line by line: the work grows with the product. */
const MOST_WORDS = 1500;

/**
 * Compares two texts word by word, line ends and spaces kept.
 *
 * @returns Pieces in reading order; the same ones put together are both texts.
 *
 * @example
 * ```ts
 * compareWords("free land", "no land"); // removed "free", added "no", same " land"
 * ```
 */
export function compareWords(before: string, after: string): DiffPiece[] {
  const words = /\n|[^\S\n]+|[^\s]+/g;
  const split = (text: string): string[] => text.match(words) ?? [];
  const [left, right] = [split(before), split(after)];
  if (Math.max(left.length, right.length) <= MOST_WORDS) return compare(left, right);
  const byLine = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  return compare(byLine(before), byLine(after));
}

/** The longest common run of tokens, by the usual table of lengths, from the end. */
function compare(left: readonly string[], right: readonly string[]): DiffPiece[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pieces: DiffPiece[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      add(pieces, { kind: "same", text: left[row] as string });
      row += 1;
      column += 1;
    } else if (row < left.length && (column >= right.length || at(row + 1, column) >= at(row, column + 1))) {
      add(pieces, { kind: "removed", text: left[row++] as string });
    } else add(pieces, { kind: "added", text: right[column++] as string });
  }
  return pieces;
}

function add(pieces: DiffPiece[], piece: DiffPiece): void {
  const last = pieces.at(-1);
  if (last?.kind === piece.kind) last.text += piece.text;
  else pieces.push(piece);
}
