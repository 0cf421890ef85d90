/**
 * Decodes a text file: UTF-8, UTF-16 when a byte order mark says so, or Windows-1252 when the bytes are no valid
 * UTF-8. Byte order marks are dropped and letters composed ("a" + "¨" becomes "ä"), since words are compared so.
 *
 * @throws {Error} When the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).normalize("NFC");
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) throw new Error("it is not text (it holds zero bytes)");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
