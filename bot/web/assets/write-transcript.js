/**
 * A conversation as a Markdown file that people read and keep.
 *
 * @typedef {{ texts: Record<string, string>, locale: string, now: Date }} TranscriptOptions `texts`: `TranscriptTexts`
 * of the server; `locale`: how dates are written.
 */

/**
 * @param {any[]} activities Of Direct Line, oldest first; only messages are written.
 * @param {TranscriptOptions} options
 * @returns {string} Speaker, time and words of each message, below an answer its numbered sources.
 */
export function writeTranscript(activities, options) {
  const { texts, now } = options;
  const messages = activities
    .filter(({ type }) => type === "message")
    .map((activity) => [`## ${speakerLine(activity, options)}`, ...bodyOf(activity, texts)].join("\n\n"));
  return `${[`# ${texts.title}`, `${texts.downloaded}: ${timeOf(now, options)}`, ...messages].join("\n\n")}\n`;
}

/**
 * @param {TranscriptOptions} options
 * @returns {string} Such as `sivuvirta-keskustelu-2026-11-22.md`, by the visitor's own clock.
 */
export function transcriptName({ texts, now }) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${texts.fileName}-${parts.join("-")}.md`;
}

function speakerLine({ from, timestamp }, options) {
  const speaker = from?.role === "bot" ? options.texts.assistant : options.texts.you;
  return timestamp ? `${speaker}, ${timeOf(new Date(timestamp), options)}` : speaker;
}

function timeOf(date, { locale }) {
  return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" }).format(date);
}

/** Parts of one message. The definitions below an answer only link its numbers within Web Chat. */
function bodyOf({ text = "", value, attachments = [], entities = [] }, texts) {
  const words = text.replace(/^\[\d+\]: .*$/gm, "").trim();
  const answers = words ? [] : Object.entries(value ?? {}).filter(([name]) => name !== "form");
  const filled = answers.map(([name, answer]) => `- ${name}: ${answer}`).join("\n");
  const pictures = attachments.flatMap(({ content }) => altTextsOf(content));
  const claims = entities.flatMap(({ citation = [] }) => citation);
  return [
    words,
    filled && `${texts.form}:\n\n${filled}`,
    ...pictures.map((alt) => `${texts.picture}: ${alt}`),
    claims.length > 0 && `### ${texts.sources}`,
    claims.map(sourceItem).join("\n"),
  ].filter(Boolean);
}

/** The passage and where it comes from, indented so that they belong to the item. */
function sourceItem({ position, name, appearance = {} }) {
  const lines = (appearance.text ?? appearance.url ?? "")
    .trim()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());
  return [`- [${position}] ${appearance.name ?? name}`, "", ...lines, ""].join("\n");
}

/** Descriptions of the pictures of a card, wherever they stand in it. */
function altTextsOf(part) {
  if (typeof part !== "object" || part === null) return [];
  const own = part.type === "Image" && typeof part.altText === "string" ? [part.altText] : [];
  return [...own, ...Object.values(part).flatMap(altTextsOf)];
}
