import { mayRead } from "../../knowledge/languages.ts";
import { loadPromptParts } from "../../prompts/load-prompt.ts";
import type { SkillTurn } from "../turn-skill.ts";
import type { Memory } from "../understand/memory.ts";
import { tellLanguage } from "../understand/tell-language.ts";
import { readEvidence } from "./check/evidence.ts";
import { findStrangeNames } from "./check/find-names.ts";
import { hasDate } from "./check/read-dates.ts";
import { hasFigure } from "./check/read-figures.ts";
import { hasStrangeMagnitude } from "./check/read-magnitudes.ts";
import { delimitTurn, neutralise, restoreBrackets } from "./delimit-data.ts";
import { holdsInstructions } from "./find-instructions.ts";
import { PROMPT_LANGUAGES } from "./language-names.ts";
import type { ModelSession } from "./model-session.ts";

/** Models that think first spend most of it on thoughts. */
const MOST_TOKENS = 600;
/** How much longer than the message the question may be, in characters. */
const MOST_ADDED_CHARS = 200;

type Recent = NonNullable<Memory["recent"]>;

/**
 * The turns of the conversation that the model may read: those that were answered for a rank which the person still
 * has. Of a turn whose rank is not known the answer is left out, and with it whatever it may have held.
 */
export function readableHistory({ memory, turn }: SkillTurn): { asked: string; answered?: string }[] {
  return (memory.recent ?? []).flatMap((recent: Recent[number]) => {
    if (recent.reader === undefined) return [{ asked: recent.asked }];
    return mayRead(turn.reader, recent.reader) ? [recent] : [];
  });
}

/**
 * Has the model write a message as a question that can be understood without the conversation.
 *
 * @returns The question; the words as typed where there is no conversation, or where what the model wrote adds, loses or
 * translates something.
 * @throws {ModelFailure} When the model gives no answer.
 */
export async function condenseQuestion(seen: SkillTurn, session: ModelSession): Promise<string> {
  const history = readableHistory(seen);
  if (history.length === 0) return seen.words;
  const prompt = await loadPromptParts("condense-question", {
    language: PROMPT_LANGUAGES[seen.language],
    history: history.map(({ asked, answered }) => delimitTurn(asked, answered)).join("\n"),
    message: neutralise(seen.words),
  });
  const { text } = await session.ask({ ...prompt, maxTokens: MOST_TOKENS });
  const written = restoreBrackets(text)
    .replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, "")
    .trim()
    .replace(/^["“”']+|["“”']+$/g, "");
  return isFaithful(written, { seen, history }) ? written : seen.words;
}

/** Whether a rewritten question holds all of the message, and nothing that was not said. */
function isFaithful(
  written: string,
  { seen, history }: { seen: SkillTurn; history: readonly { asked: string; answered?: string }[] },
): boolean {
  const { words, language, view } = seen;
  const { lexicon } = view.index;
  if (written === "" || /[\n\r]/.test(written) || written.length > words.length + MOST_ADDED_CHARS)
    return false;
  if (tellLanguage(written, { view, fallback: language }) !== language) return false;
  if (holdsInstructions(written)) return false;
  const read = (text: string) => readEvidence(text, { language, lexicon });
  const [own, message] = [read(written), read(words)];
  const said = [message, ...history.map(({ asked, answered = "" }) => read(`${asked}\n${answered}`))];
  const { links, mails, phones } = own.addresses;
  if (links.length + mails.length + phones.length > 0) return false;
  const addsNothing =
    own.figures.every((figure) => said.some(({ figures }) => hasFigure(figure, figures))) &&
    own.dates.every((date) => said.some(({ dates }) => hasDate(date, dates))) &&
    !hasStrangeMagnitude(written, said) &&
    strangeNames(written, said).length === 0;
  const losesNothing =
    message.figures.every((figure) => hasFigure(figure, own.figures)) &&
    strangeNames(words, [own]).length === 0;
  return addsNothing && losesNothing;

  function strangeNames(text: string, evidence: typeof said) {
    return findStrangeNames(text, { language, matches: lexicon.match(text, language), evidence });
  }
}
