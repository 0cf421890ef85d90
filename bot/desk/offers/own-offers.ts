import type { Language } from "../../../knowledge/languages.ts";
import type { ReplyDraft } from "../../skills/compose-reply.ts";
import { partCompounds } from "../../understand/part-compounds.ts";
import { plain } from "./offer-notices.ts";
import { sayOffer } from "./offer-replies.ts";
import type { OfferTurn } from "./offer-turn.ts";
import { namesListing, partListings } from "./own-offer-words.ts";
import type { LiveRecord, Submission } from "./submission.ts";
import { OFFER_TEXTS } from "./texts.ts";

/** What a member has published, and what still waits or came back. */
export type OwnOffer = { live: LiveRecord } | { submission: Submission };

/**
 * Finds which of the member's own rows and open submissions the words mean.
 *
 * @returns Those of stuff that the words name; all where they name none but speak of a publication.
 */
export async function findOwnOffers(turn: OfferTurn): Promise<OwnOffer[]> {
  const { desk, owner, seen, view } = turn;
  const { language } = seen;
  const own: OwnOffer[] = [
    ...(await desk.store.listOwnLive(owner))
      .filter(({ state }) => state === "live")
      .map((live) => ({ live })),
    ...(await desk.store.listOwn(owner))
      .filter(({ state }) => state === "waiting" || state === "returned")
      .map((submission) => ({ submission })),
  ];
  const words = partCompounds(partListings(seen.words), { language, view }).text;
  const wanted = new Set(materialsOf(words, { turn, language, least: HALF }));
  if (wanted.size === 0) return namesListing(seen.words) ? own : [];
  return own.filter((one) =>
    namesOf(one).some(([spoken, name]) =>
      materialsOf(name, { turn, language: spoken, least: 1 }).some((id) => wanted.has(id)),
    ),
  );
}

function namesOf(own: OwnOffer): [Language, string][] {
  if ("live" in own) return Object.entries(own.live.names) as [Language, string][];
  return [[own.submission.language, own.submission.values.name ?? ""]];
}

/** How much of a word must name a material: "gipsström" speaks of gypsum with its first half. */
const HALF = 0.5;

function materialsOf(
  words: string,
  { turn, language, least }: { turn: OfferTurn; language: Language; least: number },
): string[] {
  return turn.view.index.lexicon
    .match(words, language)
    .filter(({ share, concept }) => share >= least && concept.kind === "trade")
    .map(({ concept }) => concept.id);
}

/**
 * Asks which row or submission is to be taken back: words that name none by its id take nothing back by themselves.
 *
 * @returns Nothing where none is meant and the words may be about something else.
 */
export async function answerWithdrawNamed(
  turn: OfferTurn,
  { isSure }: { isSure: boolean },
): Promise<ReplyDraft | undefined> {
  const { language } = turn;
  const texts = OFFER_TEXTS[language];
  const meant = (await findOwnOffers(turn)).map((own) => toChoice(own, language));
  const list = { title: texts.listButton, text: texts.listButton };
  if (meant.length === 0) {
    return isSure ? sayOffer([texts.noneToWithdraw], { language, suggestions: [list] }) : undefined;
  }
  const lines = meant.map(({ line }) => `- ${line}`).join("\n");
  const suggestions = [...meant.slice(0, 5).map(({ suggestion }) => suggestion), list];
  return sayOffer([texts.whichWithdrawn(meant.length), lines], { language, suggestions });
}

function toChoice(own: OwnOffer, language: Language) {
  const { buttons, says, submissionName } = OFFER_TEXTS[language];
  const isLive = "live" in own;
  const id = isLive ? own.live.id : submissionName(own.submission.id);
  const name = isLive ? own.live.names[language] : (own.submission.values.name ?? "–");
  const text = isLive ? says.withdraw(own.live.id) : says.withdrawSubmission(own.submission.id);
  return { line: `**${plain(name)}** (${id})`, suggestion: { title: `${buttons.withdraw}: ${id}`, text } };
}
