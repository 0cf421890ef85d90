/**
 * Consonant gradation of Finnish: strong and weak grades of the last syllable's consonants.
 * Rules after the Finnish grammar (VISK, sections 41-65, 2008).
 */

/** A pattern at the end of a stem and what takes its place. */
export type GradeRule = readonly [RegExp, string];

export const WEAK_GRADES: readonly GradeRule[] = [
  [/kk([aeiouyäö]+)$/, "k$1"],
  [/pp([aeiouyäö]+)$/, "p$1"],
  [/tt([aeiouyäö]+)$/, "t$1"],
  [/nt([aeiouyäö]+)$/, "nn$1"],
  [/nk([aeiouyäö]+)$/, "ng$1"],
  [/mp([aeiouyäö]+)$/, "mm$1"],
  [/lt([aeiouyäö]+)$/, "ll$1"],
  [/rt([aeiouyäö]+)$/, "rr$1"],
  [/([aeiouyäölrh])t([aeiouyäö]+)$/, "$1d$2"],
  [/([aeiouyäölr])p([aeiouyäö]+)$/, "$1v$2"],
  [/([aeiouyäölr])k([aeiouyäö]+)$/, "$1$2"],
];

/** Strong grade of words whose base form is weak (tehdas: tehtaa-, laite: laittee-). */
export const STRONG_GRADES: readonly GradeRule[] = [
  [/([aeiouyäö])d([aeiouyäö]+)$/, "$1t$2"],
  [/hd([aeiouyäö]+)$/, "ht$1"],
  [/ll([aeiouyäö]+)$/, "lt$1"],
  [/nn([aeiouyäö]+)$/, "nt$1"],
  [/rr([aeiouyäö]+)$/, "rt$1"],
  [/ng([aeiouyäö]+)$/, "nk$1"],
  [/([aeiouyäölr])v([aeiouyäö]+)$/, "$1p$2"],
  [/([^t])t([aeiouyäö]+)$/, "$1tt$2"],
  [/([^k])k([aeiouyäö]+)$/, "$1kk$2"],
  [/([^p])p([aeiouyäö]+)$/, "$1pp$2"],
];

/** The other grade of a stem by the first rule that fits; empty when none does. */
export function changeGrade(stem: string, rules: readonly GradeRule[]): string[] {
  for (const [pattern, replacement] of rules) {
    if (pattern.test(stem)) return [stem.replace(pattern, replacement)];
  }
  return [];
}

/** A Finnish stem in the strong grade ("lahde-": "lahte-"); empty when it has none. */
export function strongGrades(stem: string): string[] {
  return changeGrade(stem, STRONG_GRADES);
}
