import type { Language } from "../../../knowledge/languages.ts";
import type { KnowledgeView } from "../../knowledge-view.ts";
import type { AnswerSource } from "../answer-source.ts";
import { changesRow } from "./changes-row.ts";
import { type Evidence, readEvidence } from "./evidence.ts";
import { measureSupport } from "./measure-support.ts";
import { nearestPart } from "./nearest-part.ts";
import { isDenial, isPlan } from "./tell-mood.ts";

/** A source sentence that shares less with a sentence does not say the same. */
const LEAST_SHARE = 0.5;
/** Sentences that share nearly as much as the one that shares most. */
const NEAR = 0.05;

/**
 * Tells whether a sentence turns round what the nearest sentences of its sources say: denies what they state, states
 * what they deny, or gives for a fact what they call a plan.
 */
export function changesMeaning(
  text: string,
  context: { sources: readonly AnswerSource[]; language: Language; view: KnowledgeView },
): boolean {
  const { language, view } = context;
  const { lexicon } = view.index;
  const rows = context.sources.filter(({ passage }) => passage.kind === "row");
  const told = readEvidence(text, { language, lexicon });
  if (rows.some(({ body }) => changesRow(told, { row: body, lexicon }))) return true;
  const sources = context.sources.filter((source) => !rows.includes(source));
  if (sources.length === 0) return false;
  const shares = sources.flatMap(({ sentences }) =>
    sentences.map(({ evidence }) => ({
      evidence,
      share: measureSupport(text, { language, lexicon, evidence: [evidence] }).share,
    })),
  );
  const most = Math.max(0, ...shares.map(({ share }) => share));
  const nearest = shares
    .filter(({ share }) => share >= Math.max(LEAST_SHARE, most - NEAR))
    .map(({ evidence }) => evidence);
  const denies = isDenial(text, language);
  const all = shares.map(({ evidence }) => evidence);
  // Put together of several sentences: at least one of them must deny what this one denies.
  if (nearest.length === 0) return denies && !all.some((source) => isDenial(source.text, source.language));
  const deniesToo = (source: Evidence) =>
    isDenial(nearestPart(told, { source, view }), source.language) === denies;
  if (!nearest.some(deniesToo)) return true;
  return !isPlan(text, language) && nearest.every((source) => isPlan(source.text, source.language));
}
