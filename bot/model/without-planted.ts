import { passageText } from "../../indexer/index.ts";
import type { UnderstoodAnswer } from "../answer-in-topic.ts";
import { answerFromPassages } from "../skills/answer-passages.ts";
import { refuse } from "../skills/refuse.ts";
import type { SkillTurn } from "../turn-skill.ts";
import { holdsInstructions } from "./find-instructions.ts";

/**
 * Answers anew where the quoted sentences speak to an assistant: what the model is not given to read is not quoted in
 * its place either. An answer that quotes nothing of the kind stays as it is.
 */
export function withoutPlanted(answer: UnderstoodAnswer, { view, turn }: SkillTurn): UnderstoodAnswer {
  const { draft, question } = answer;
  if (answer.isExact || draft.citations.every(({ passage }) => !holdsInstructions(passage))) return answer;
  const retrieved = answer.retrieved.filter(({ passage }) => !holdsInstructions(passageText(passage)));
  const clean = answerFromPassages(question, { view, retrieved });
  // What met the question best is gone; what meets it badly is no answer in its place.
  const isAnswer = clean !== undefined && clean.isWeak !== true;
  const refusal = () => refuse(question, { view, retrieved, reader: turn.reader });
  return { ...answer, draft: isAnswer ? clean : refusal(), retrieved };
}
