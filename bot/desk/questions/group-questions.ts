import { likeness } from "./question-likeness.ts";
import type { QuestionProfile } from "./question-profile.ts";

/** Average likeness to a group's questions from which on another one joins it. */
const LEAST_LIKENESS = 0.55;

/** A question with its profile. */
export interface ProfiledQuestion<Item> {
  item: Item;
  profile: QuestionProfile;
}

/**
 * Puts questions that want the same answer together.
 *
 * Each joins the group it is most like on average, or begins one. A later question never moves an earlier one, so groups
 * are stable while the queue grows.
 *
 * @param questions In the order in which they were asked.
 * @returns Groups in the order of their first questions.
 */
export function groupQuestions<Item>(
  questions: readonly ProfiledQuestion<Item>[],
  options: { leastLikeness?: number } = {},
): ProfiledQuestion<Item>[][] {
  const { leastLikeness = LEAST_LIKENESS } = options;
  const groups: ProfiledQuestion<Item>[][] = [];
  const groupsWith = new Map<string, Set<ProfiledQuestion<Item>[]>>();
  for (const question of questions) {
    const features = featuresOf(question.profile);
    // Most groups have nothing in common with a question, and are not even compared.
    const near = new Set(features.flatMap((feature) => [...(groupsWith.get(feature) ?? [])]));
    let best: ProfiledQuestion<Item>[] | undefined;
    let most = leastLikeness;
    for (const group of groups) {
      if (!near.has(group)) continue;
      const average = averageLikeness(question, group);
      if (average >= most && (best === undefined || average > most)) {
        best = group;
        most = average;
      }
    }
    const own = best ?? [];
    own.push(question);
    if (best === undefined) groups.push(own);
    for (const feature of features) groupsWith.set(feature, (groupsWith.get(feature) ?? new Set()).add(own));
  }
  return groups;
}

/** What another question must share some of to be alike: concepts, stems, pieces of words that no vocabulary knows. */
function featuresOf({ words, language }: QuestionProfile): string[] {
  const features = words.flatMap(({ stem, concepts, grams }) => [
    `${language} ${stem}`,
    ...concepts.keys(),
    ...(concepts.size === 0 ? [...grams].map((gram) => `${language} ${gram}`) : []),
  ]);
  return [...new Set(features)];
}

function averageLikeness<Item>(
  question: ProfiledQuestion<Item>,
  group: readonly ProfiledQuestion<Item>[],
): number {
  return group.reduce((sum, { profile }) => sum + likeness(question.profile, profile), 0) / group.length;
}
