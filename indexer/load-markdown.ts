import { LANGUAGES } from "../knowledge/languages.ts";
import { parseFaq } from "../knowledge/parse-faq.ts";
import { parseGuide } from "../knowledge/parse-guide.ts";
import { addDocument, type LoadedFolder } from "./loaded-folder.ts";
import { parseMarkdown } from "./read/read-markdown.ts";

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** Reads a Markdown file: a FAQ by its path, a guide by its front matter, anything else as a plain document. */
export function loadMarkdown(
  loaded: LoadedFolder,
  { file, content }: { file: string; content: string },
): void {
  const faqLanguage = LANGUAGES.find((language) => new RegExp(`(?:^|/)faq/${language}\\.md$`).test(file));
  if (faqLanguage !== undefined) {
    const { entries, faults } = parseFaq(content, { language: faqLanguage, file });
    loaded.faq.push(...entries);
    loaded.faults.push(...faults);
  } else if (FRONT_MATTER.test(content)) loadGuide(loaded, { file, content });
  else addDocument(loaded, { file, ...parseMarkdown(content) });
}

/**
 * Front matter of another kind (a site generator's) is passed over and the text read. One that speaks of
 * visibility but cannot be used keeps the whole guide out: what was meant for members must not become public.
 */
function loadGuide(loaded: LoadedFolder, { file, content }: { file: string; content: string }): void {
  const { guide, faults } = parseGuide(content, file);
  if (guide !== undefined) {
    loaded.faults.push(...faults);
    const { title, language, visibility, year, park } = guide;
    loaded.documents.push({
      file,
      title,
      language,
      visibility,
      ...(year === undefined ? {} : { year }),
      ...(park === undefined ? {} : { park }),
      ...parseMarkdown(guide.body),
    });
    return;
  }
  const isRestricted = /^\s*["']?visibility["']?\s*:/im.test(FRONT_MATTER.exec(content)?.[1] ?? "");
  if (isRestricted || /(?:^|\/)guides\//.test(file)) loaded.faults.push(...faults);
  if (!isRestricted) addDocument(loaded, { file, ...parseMarkdown(content.replace(FRONT_MATTER, "")) });
}
