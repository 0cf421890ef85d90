import { recordName } from "../../indexer/index.ts";
import { mayRead } from "../../knowledge/languages.ts";
import { loadPromptParts } from "../../prompts/load-prompt.ts";
import type { ReplyDraft } from "../skills/compose-reply.ts";
import { neutralise } from "./delimit-data.ts";
import { PROMPT_LANGUAGES } from "./language-names.ts";
import { ModelFailure } from "./model-failure.ts";
import type { ModelSession } from "./model-session.ts";
import { type ResolveContext, WrongArgument } from "./resolve-words.ts";
import { runSkill } from "./run-skill.ts";
import { CHAT_TOOLS, parseChoice } from "./skill-tools.ts";

/** Models that think first spend most of it on thoughts. */
const MOST_TOKENS = 800;
/** The first try and one more, told what was wrong. */
const MOST_TRIES = 2;

/** Where a question is to be answered from. */
export type Choice =
  | { from: "table"; draft: ReplyDraft }
  | { from: "passages" }
  | { from: "person" }
  | { from: "nowhere" };

/**
 * Has the model choose the skill for a question. Arguments that are wrong are told to it once.
 *
 * @returns `passages` also where the model chooses nothing, what it chose means nothing, no row meets it, or the endpoint
 * takes no tools: the way that does no harm.
 * @throws {ModelFailure} When the endpoint fails otherwise.
 */
export async function chooseSkill(context: ResolveContext & { session: ModelSession }): Promise<Choice> {
  const { question, session } = context;
  const prompt = await loadPromptParts("choose-skill", {
    language: PROMPT_LANGUAGES[question.language],
    parks: parkList(context),
    question: neutralise(question.text),
  });
  let problem = "";
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const user = problem === "" ? prompt.user : `${prompt.user}\n\nYour last call was refused: ${problem}`;
    const call = await askForCall({ ...prompt, user }, session);
    if (call === undefined) return { from: "passages" };
    const outcome = tryCall(call, context);
    if (!("problem" in outcome)) return outcome;
    problem = outcome.problem;
  }
  return { from: "passages" };
}

async function askForCall(prompt: { system: string; user: string }, session: ModelSession) {
  try {
    const { toolCalls } = await session.ask({ ...prompt, tools: CHAT_TOOLS, maxTokens: MOST_TOKENS });
    return toolCalls[0];
  } catch (error) {
    // A server that was started without support of tools says 400 to each of them; it can still write.
    const takesNoTools = error instanceof ModelFailure && (error.status === 400 || error.status === 422);
    if (takesNoTools) return undefined;
    throw error;
  }
}

function tryCall(
  call: { name: string; arguments: unknown },
  context: ResolveContext,
): Choice | { problem: string } {
  const chosen = parseChoice(call);
  if ("problem" in chosen) return chosen;
  if (chosen.name === "search_passages") return { from: "passages" };
  if (chosen.name === "hand_over") return { from: "person" };
  if (chosen.name === "refuse") return { from: "nowhere" };
  try {
    const draft = runSkill(chosen, context);
    return draft === undefined ? { from: "passages" } : { from: "table", draft };
  } catch (error) {
    if (error instanceof WrongArgument) return { problem: error.message };
    throw error;
  }
}

/** Ids and names of the parks that the reader may know of. */
function parkList({ view, reader, question }: ResolveContext): string {
  const parks = (view.index.tables.parks ?? []).filter(({ visibility }) => mayRead(reader, visibility));
  const lines = parks.map((park) => `${park.id}: ${neutralise(recordName(park, question.language))}`);
  return lines.join("\n") || "none";
}
