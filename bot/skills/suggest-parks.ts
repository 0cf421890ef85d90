import { recordName } from "../../indexer/index.ts";
import { type Language, mayRead, type Reader } from "../../knowledge/languages.ts";
import type { ParkRecord } from "../../knowledge/schema.ts";
import type { KnowledgeView } from "../knowledge-view.ts";
import type { ParkRow } from "../reply/reply.ts";
import type { Question } from "../understand/question.ts";
import { type AnswerLine, composeReply, type ReplyDraft } from "./compose-reply.ts";
import { rowSources } from "./row-sources.ts";

/** Questions where a company should settle. */
const ASKS_SITE: Record<Language, RegExp> = {
  en: /\bwhere (?:should|could|can|would|do|might) (?:we|i|one|a \w+|our \w+)\b.*\b(?:locat|settl|set up|build|invest|establish|move|go)|\bwhich parks? (?:would |could |might )?(?:suit|fit|be (?:best|right|suitable)|is best|are best)|\bbest (?:park|site|location|place) for\b|\blooking for (?:a |an )?(?:\w+ )?(?:site|plot|place|location|park)\b/i,
  fi: /(?<!\p{L})(?:mihin|minne|missä)(?!\p{L}).*(?:sijoittu|sijoitta|asettu|perustaa|rakentaa)|mi(?:kä|hin|nkä) puisto\p{L}*.*(?:sopi|kannatta|sijoittu)|(?:etsimme|etsin|haemme) .*(?:tonttia|paikkaa|sijaintia|puistoa)/iu,
  sv: /\bvar (?:ska|bör|borde|kan|kunde|skulle) (?:vi|jag|man|ett företag)\b.*(?:etabler|placer|lokaliser|slå|bygg|grund|flytt)|\bvilk(?:en|a) park(?:er)? (?:passar|lämpar|är bäst|skulle passa)|\bsöker (?:en |ett )?(?:\p{L}+ )?(?:tomt|plats|läge|park)/iu,
};

const TEXTS: Record<Language, { found: string; needs: string; unknown: string; area: string; next: string }> =
  {
    fi: {
      found: "Näissä puistoissa lähteet mainitsevat eniten siitä, mitä tarvitset:",
      needs: "lähteissä mainitaan",
      unknown: "ei mainittu lähteissä",
      area: "Tonttien koot ja vapaa maa muuttuvat, joten varmista ne puiston koordinaattorilta.",
      next: "Kysy seuraavaksi:",
    },
    sv: {
      found: "I de här parkerna nämner källorna mest av det som du behöver:",
      needs: "nämns i källorna",
      unknown: "nämns inte i källorna",
      area: "Tomternas storlek och ledig mark ändras, så kontrollera dem med parkens koordinator.",
      next: "Fråga härnäst:",
    },
    en: {
      found: "In these parks the sources mention most of what you need:",
      needs: "mentioned in the sources",
      unknown: "not mentioned in the sources",
      area: "Plot sizes and free land change, so confirm them with the park's coordinator.",
      next: "Ask next:",
    },
  };

const MOST_PARKS = 3;
/** Words of such questions that are no needs. */
const NO_NEED =
  /^(?:\d+|turn|use|used|we|our|company|make|produce|valmist\p{L}*|tehdä|göra|förädl\p{L}*|ha|hectares?|hehtaari\p{L}*|hektar|park\p{L}*|puisto\p{L}*|site|place|location|plot|tontti\p{L}*|tonttia|tomt\p{L}*|paikka\p{L}*|plats|company|yrity\p{L}*|företag\p{L}*|locate|settle|sijoittu\p{L}*|etabler\p{L}*|kannattai\p{L}*|turn|need\p{L}*|tarvit\p{L}*|behöver|jalosta\p{L}*|near|close|nearby|lähel\p{L}*|vieres\p{L}*|nära|närhet\p{L}*|intill)$/iu;

/** Something a company needs: a word or phrase of the question, by the concepts it stands for. */
interface Need {
  /** Name of the concept in the language of the answer. */
  label: string;
  concepts: readonly string[];
}

/** A park with the needs that its row speaks of. */
interface Candidate {
  park: ParkRecord;
  met: Need[];
  missing: Need[];
  score: number;
}

/**
 * Compares parks with stated needs ("2 ha, steam and waste-water treatment"): which of them the park's row
 * mentions, and which it does not. A first answer, not advice: what no source mentions may still be there.
 *
 * @returns Nothing when no place is asked for, or no park's row mentions any need.
 */
export function suggestParks(
  question: Question,
  context: { view: KnowledgeView; reader: Reader },
): ReplyDraft | undefined {
  const { view, reader } = context;
  // Who names a park asks about it, not for one.
  if (!ASKS_SITE[question.language].test(question.text) || question.parks.length > 0) return undefined;
  const parks = (view.index.tables.parks ?? []).filter(
    (park) => park.kind === "park" && mayRead(reader, park.visibility),
  );
  const texts: ParkTexts = new Map(parks.map((park) => [park.id, parkText(park, view)]));
  const needs = readNeeds(question);
  const candidates = parks
    .map((park): Candidate => {
      const met = needs.filter((need) => meets(park.id, { need, texts }));
      const missing = needs.filter((need) => !met.includes(need));
      return { park, met, missing, score: met.length / needs.length };
    })
    .filter((candidate) => candidate.met.length > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_PARKS);
  return candidates.length === 0 ? undefined : present(candidates, { question, view });
}

/** The longest phrases that the vocabulary knows, without those that only ask. */
function readNeeds(question: Question): Need[] {
  const whole = question.matches.filter(
    ({ concept, share }) => share === 1 && (concept.kind === "trade" || concept.kind === "word"),
  );
  const spans = Map.groupBy(whole, (match) => `${match.start}-${match.end}`);
  return [...spans.values()].flatMap((matches): Need[] => {
    const [first] = matches;
    if (first === undefined || NO_NEED.test(question.text.slice(first.start, first.end))) return [];
    const named = matches.find(({ concept }) => concept.kind === "trade") ?? first;
    return [
      {
        label: named.concept.labels[question.replyLanguage],
        concepts: matches.map(({ concept }) => concept.id),
      },
    ];
  });
}

type ParkTexts = ReadonlyMap<string, ReturnType<KnowledgeView["analyseText"]>>;

function parkText(park: ParkRecord, view: KnowledgeView): ReturnType<KnowledgeView["analyseText"]> {
  const { industries_en, infrastructure_en = "", anchor_companies, note_en = "" } = park;
  return view.analyseText(
    [industries_en, infrastructure_en, anchor_companies.join(", "), note_en].join(". "),
    "en",
  );
}

function meets(park: string, context: { need: Need; texts: ParkTexts }): boolean {
  const text = context.texts.get(park);
  return text !== undefined && context.need.concepts.some((id) => text.concepts.get(id) === 1);
}

function present(
  candidates: readonly Candidate[],
  context: { question: Question; view: KnowledgeView },
): ReplyDraft {
  const { question, view } = context;
  const language = question.replyLanguage;
  const texts = TEXTS[language];
  const words = (needs: readonly Need[]) => needs.map(({ label }) => label).join(", ");
  const lines: AnswerLine[] = [{ frame: texts.found }];
  for (const { park, met, missing } of candidates) {
    const facts = [park[`industries_${language}`], park[`infrastructure_${language}`]].filter(
      (text) => text !== undefined,
    );
    const passage = `${recordName(park, language)} (${park.municipalities.join(", ")}): ${facts.join(". ")}.`;
    const sources = rowSources(park, { view, language, passage, file: "parks.csv" }).slice(0, 1);
    const head = passage.replace(recordName(park, language), `**${recordName(park, language)}**`);
    lines.push({ prefix: "- ", claim: { text: head, sources } });
    const gaps = missing.length === 0 ? "" : `; ${texts.unknown}: ${words(missing)}`;
    lines.push({ frame: `  – ${texts.needs}: ${words(met)}${gaps}` });
  }
  lines.push({ frame: texts.area });
  const rows: ParkRow[] = candidates.map(({ park, met, missing, score }) => ({
    id: park.id,
    name: recordName(park, language),
    score: Math.round(score * 100) / 100,
    reasons: met.map(({ label }) => label),
    missing: missing.map(({ label }) => label),
  }));
  return { ...composeReply({ language, intent: "parks", lines }), parks: rows };
}
