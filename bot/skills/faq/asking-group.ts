/** Words of questions that mean the same whatever the topic is, in three languages. */
export interface AskingGroup {
  id: string;
  /** How much it counts whether the other question has the group too: 0.05 (hardly) to 0.6 (decides). */
  weight: number;
  /** Whole words in small letters. */
  words: RegExp;
  /** Several words that mean the same together; tried on the whole question. */
  phrase?: RegExp;
}
