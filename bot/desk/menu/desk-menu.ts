import { LANGUAGES, type Language } from "../../../knowledge/languages.ts";
import type { CardAction } from "../../reply/adaptive-card.ts";
import { buildCard, textBlock } from "../../reply/build-card.ts";
import { composeReply } from "../../skills/compose-reply.ts";
import type { SkillOutcome, SkillTurn, TurnSkill } from "../../turn-skill.ts";
import { openDialogAction } from "../dialogs/dialog.ts";
import type { DeskSection } from "../web/desk-section.ts";
import { MENU_DIALOGS, MENU_TEXTS } from "./texts.ts";

/** What the menu shows. */
export interface DeskMenuOptions {
  sections: readonly DeskSection[];
  /** Origin under which people reach the bot; absent: no link to the desk. */
  publicUrl?: string | undefined;
}

/** How a coordinator asks for the desk, by language: its name alone, a way there, or what waits. */
const ASKS: Record<Language, RegExp> = {
  en: /^\W*(?:please )?(?:(?:open|show|go to|take me to|see|view|enter)(?: me)? )?(?:the |my )?(?:coordinators?'?(?:s)? )?desk(?:'s)?(?: (?:menu|please))?\W*$|^\W*(?:what(?:'s| is)|is anything|anything)(?: there)? (?:waiting|new|open|pending|left)(?: for me)? (?:at|on|in) (?:the |my )?desk\W*$/iu,
  fi: /^\W*(?:(?:avaa|näytä|mene|siirry|vie(?: minut)?) )?(?:koordinaattorin )?työpöy(?:tä(?:ni)?|dän(?: (?:valikko|valikon))?|dälle(?:ni)?)\W*$|^\W*(?:mitä|mikä|odottaako|onko)(?: (?:työpöydällä|minua|uutta|jotain|mitään|odottaa|odottamassa|on)){1,4}\W*$/iu,
  sv: /^\W*(?:(?:öppna|visa|gå till|ta mig till) )?(?:menyn på )?(?:koordinatorns |mitt )?skrivbord(?:et)?s?(?: ?meny(?:n)?)?\W*$|^\W*(?:vad|väntar|finns det)(?: \p{L}+){0,3} på (?:mitt )?skrivbordet\W*$/iu,
};

/** The language in which the desk is asked for; nothing for any other message. */
function languageOfAsking(words: string): Language | undefined {
  return LANGUAGES.find((language) => ASKS[language].test(words) && NAMES_DESK.test(words));
}

const NAMES_DESK = /desk|työpöy|skrivbord/iu;

/**
 * Creates the skill by which a coordinator opens the desk from a chat: what waits there, in Teams the windows for FAQ
 * entries, and the way to the pages.
 */
export function createDeskMenu(options: DeskMenuOptions): TurnSkill {
  return {
    take: async (seen) => {
      const language = languageOfAsking(seen.words);
      if (language === undefined) return undefined;
      // "Desk" is English whatever was spoken before, unless another language was asked for.
      const isAsked = seen.replyLanguage !== seen.language;
      return showMenu(isAsked ? seen : { ...seen, replyLanguage: language }, options);
    },
  };
}

async function showMenu(seen: SkillTurn, options: DeskMenuOptions): Promise<SkillOutcome> {
  const { turn, replyLanguage: language, memory } = seen;
  const texts = MENU_TEXTS[language];
  const next = { ...memory, language };
  if ((turn.rank ?? turn.reader) !== "coordinator") {
    const lines = [{ frame: texts.notAllowed }];
    return { draft: composeReply({ language, intent: "handoff", lines }), memory: next };
  }
  const waiting = await waitingLines(options, language);
  const body = waiting.length === 0 ? [texts.nothing] : [texts.intro, ...waiting.map((line) => `- ${line}`)];
  const draft = composeReply({ language, intent: "handoff", lines: body.map((frame) => ({ frame })) });
  const actions = actionsFor(turn.channel === "teams", { ...options, language });
  if (actions.length === 0) return { draft, memory: next };
  const elements = (waiting.length === 0 ? [texts.nothing] : waiting).map((line) => textBlock(line));
  return {
    draft: { ...draft, cards: [buildCard({ title: texts.title, body: elements, actions })] },
    memory: next,
  };
}

async function waitingLines({ sections }: DeskMenuOptions, language: Language): Promise<string[]> {
  const counts = await Promise.all(sections.map(async ({ waiting }) => (await waiting?.()) ?? 0));
  return sections.flatMap(({ title }, position) => {
    const count = counts[position] ?? 0;
    return count === 0 ? [] : `${title[language]}: ${count}`;
  });
}

function actionsFor(
  hasDialogs: boolean,
  { publicUrl, language }: DeskMenuOptions & { language: Language },
): CardAction[] {
  const { dialogs, openPage } = MENU_TEXTS[language];
  return [
    ...(hasDialogs ? MENU_DIALOGS.map((name) => openDialogAction(dialogs[name], name)) : []),
    ...(publicUrl === undefined
      ? []
      : [{ type: "Action.OpenUrl" as const, title: openPage, url: `${publicUrl}/desk?lang=${language}` }]),
  ];
}
