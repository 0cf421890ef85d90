import { asksForecast, namesYearToCome } from "./asks-future.ts";
import { changesPlace } from "./changes-place.ts";
import { denies } from "./denies.ts";
import type { Question } from "./question.ts";
import type { ReadCompanyQuery } from "./read-company-query.ts";

/**
 * Decides whether a question is one to the table of companies, and understood to the last word.
 *
 * A question with any word that no filter explains is not: companies that meet half a question are wrong companies.
 */
export function asksCompanies(question: Question, read: ReadCompanyQuery): boolean {
  const { query, namesCompanies, namesPlants, left, unread, hasLooseRole } = read;
  if (left.length > 0 || hasLooseRole || denies(question, unread) || changesPlace(question.text))
    return false;
  if (question.asksContact || question.answerType === "reason") return false;
  // "Who could take our ash?" asks for a suggestion, "who owns land?" for what the table does not tell.
  if (OTHER_WORDS.test(question.text)) return false;
  if (FOR_ANY_COMPANY.test(question.text)) return false;
  if (asksForecast(question.text) || namesYearToCome(question.text)) return false;
  // "Ash by company" asks for side streams.
  if (BY_COMPANY.test(question.text)) return false;
  const { holds, statuses, measure, groupBy } = query;
  const isPlaced = query.parks !== undefined || query.places !== undefined;
  if (!namesCompanies) {
    const [hold, ...others] = holds ?? [];
    const isKind = hold?.role === "industry" && others.length === 0;
    return namesPlants && isPlaced && isKind && measure === undefined;
  }
  if (holds !== undefined || statuses !== undefined) return true;
  // How many companies a park has is told by sources; the table need not hold them all.
  if (measure === "count") return NAMES_TABLE.test(question.text) && isPlaced;
  return isPlaced || groupBy !== undefined;
}

const OTHER_WORDS =
  /(?<!\p{L})(?:owns?|owned|owners?|omista\p{L}*|äger|ägs|our|we|us|i (?:have|need|want|am)|my|could|would|should|might|can|meillä|meidän|meiltä|meille|minulla|voisi\p{L}*|voiko|voivat|voi|kannattai\p{L}*|pitäisi|vi|oss|vår|vårt|våra|jag|kunde|kan|borde|skulle)(?!\p{L})/iu;

/** "Vad erbjuder en park ett företag?" asks what any company gets, not which companies there are. */
const FOR_ANY_COMPANY =
  /(?<!\p{L})(?:ett (?:\p{L}+ )?(?:företag|bolag)|an? (?:\p{L}+ )?(?:company|firm|business))[\s?!.]*$/iu;

const BY_COMPANY =
  /(?<!\p{L})(?:(?:per|by|for each|för varje|efter) (?:compan|firm|företag|bolag|producer|producent)|yrityksittäin|yhtiöittäin|(?:yritysten|yhtiöiden|tuottajien) mukaan)/iu;

const NAMES_TABLE =
  /(?<!\p{L})(?:tables?|database|taulu\p{L}*|tietokan\p{L}*|tabell\p{L}*|databas\p{L}*)(?!\p{L})/iu;
