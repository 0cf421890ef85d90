/**
 * Cuts a text that is too long, between words where it can.
 *
 * @param most Letters of the result at most, the dots included; 2 and up.
 */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(" ");
  // Half a surrogate pair is no letter.
  const whole = end > most / 2 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${whole.replace(/[\s,;:.]+$/, "")}…`;
}
