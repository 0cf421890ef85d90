import type { Language, Reader } from "../../knowledge/languages.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import { unitOf } from "../understand/amount-words.ts";
import type { Question } from "../understand/question.ts";
import { EVERYWHERE } from "../understand/topic-spans.ts";
import { hasFigure, readFigures } from "./check/read-figures.ts";

/** What words of a model are looked up with. */
export interface ResolveContext {
  question: Question;
  view: KnowledgeView;
  reader: Reader;
}

/** An argument that means nothing here; told to the model, which may try once more. */
export class WrongArgument extends Error {
  override readonly name = "WrongArgument";
}

/** Concepts that a word names as a whole. */
function conceptsOf(word: string, { question, view }: ResolveContext) {
  const languages: Language[] = [question.language, "fi", "sv", "en"];
  for (const language of new Set(languages)) {
    const matches = view.index.lexicon.match(word, language).filter(({ share }) => share === 1);
    const longest = Math.max(0, ...matches.map(({ wordCount }) => wordCount));
    const whole = matches.filter(({ wordCount }) => wordCount === longest);
    if (whole.length > 0) return whole.map(({ concept }) => concept);
  }
  return [];
}

/**
 * Looks materials and trades up in the vocabulary.
 *
 * @returns Ids such as `trade:fly-ash`.
 * @throws {WrongArgument} For a word that is none.
 */
export function resolveTerms(words: readonly string[], context: ResolveContext): string[] {
  return words.flatMap((word) => {
    const ids = conceptsOf(word, context)
      .filter(({ kind }) => kind === "trade")
      .map(({ id }) => id);
    if (ids.length === 0) throw new WrongArgument(`"${word}" is no material or trade of the vocabulary.`);
    return ids;
  });
}

/** Materials alone. @throws {WrongArgument} For a word that is none. */
export function resolveMaterials(words: readonly string[], context: ResolveContext): string[] {
  return words.flatMap((word) => {
    const ids = resolveTerms([word], context).filter((id) => context.view.materials.has(id));
    if (ids.length === 0) throw new WrongArgument(`"${word}" is no material of the vocabulary.`);
    return ids;
  });
}

/**
 * Looks parks up by id or name. What the question does not name is refused: a model that guesses a park would narrow an
 * answer without anybody having asked for it.
 */
export function resolveParks(words: readonly string[], context: ResolveContext): string[] {
  return words.flatMap((word) => {
    const ids = (context.view.index.tables.parks ?? []).some(({ id }) => id === word)
      ? [word]
      : conceptsOf(word, context).flatMap(({ id, kind }) =>
          kind === "park" ? [id.slice("park:".length)] : [],
        );
    const named = ids.filter((id) => context.question.parks.includes(id));
    if (named.length === 0) throw new WrongArgument(`The question names no park "${word}".`);
    return named;
  });
}

/** Looks municipalities and regions up, those that the question names. @throws {WrongArgument} For any other. */
export function resolvePlaces(words: readonly string[], context: ResolveContext): string[] {
  return words.flatMap((word) => {
    const ids = conceptsOf(word, context).flatMap(({ id, kind }) =>
      kind === "place" ? [id.slice("place:".length)] : [],
    );
    const named = ids.filter((id) => context.question.places.includes(id));
    if (named.length === 0) throw new WrongArgument(`The question names no place "${word}".`);
    return named.filter((id) => id !== EVERYWHERE);
  });
}

/**
 * An amount in the base unit of its dimension.
 *
 * @throws {WrongArgument} For a number that does not stand in the question, or not with that unit.
 */
export function resolveAmount(
  value: number,
  { unit: name, question }: { unit: string; question: Question },
): { dimension: "mass" | "energy" | "volume"; value: number } {
  const unit = unitOf(name);
  if (unit === undefined) throw new WrongArgument(`"${name}" is no unit of the table.`);
  const scaled = value * unit.factor;
  const said = readFigures(question.text);
  const isSaid =
    hasFigure({ values: [scaled], unit: unit.dimension, start: 0 }, said) ||
    said.some((figure) => figure.unit === undefined && figure.values.includes(value));
  if (!isSaid) throw new WrongArgument(`The question names no amount of ${value} ${name}.`);
  return { dimension: unit.dimension, value: scaled };
}
