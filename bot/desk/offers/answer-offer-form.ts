import type { ReplyDraft } from "../../skills/compose-reply.ts";
import { checkOffer } from "./check-offer.ts";
import { toOfferValues } from "./offer-fields.ts";
import type { OfferTarget } from "./offer-form.ts";
import { answerWithForm, sayOffer } from "./offer-replies.ts";
import type { OfferTurn } from "./offer-turn.ts";
import { MOST_WAITING } from "./submission-desk.ts";
import { OFFER_TEXTS } from "./texts.ts";
import { findEditableRow } from "./update-offer.ts";

/** Takes a filled-in form: faults are shown in it, a whole one waits for the coordinator from now on. */
export async function answerOfferForm(turn: OfferTurn): Promise<ReplyDraft> {
  const { seen, language } = turn;
  const texts = OFFER_TEXTS[language];
  const fields = seen.turn.form?.fields ?? {};
  const target = readTarget(fields);
  const { values, problems } = checkOffer(toOfferValues(fields), turn);
  const count = Object.keys(problems).length;
  if (count > 0) {
    const told = { ...toOfferValues(fields), ...values };
    return answerWithForm(told, { ...turn, intro: texts.faulty(count), problems, target });
  }
  if (target.submission !== undefined) return sendAgain(values, { turn, target });
  const base = target.record === undefined ? undefined : await findEditableRow(target.record, turn);
  if (target.record !== undefined && base === undefined)
    return sayOffer([texts.noSuchRow(target.record)], { language });
  const { owner, actor, desk } = turn;
  const kind = target.record?.startsWith("need-") === true || values.kind === "need" ? "need" : "stream";
  const outcome = await desk.submit(
    {
      kind,
      conversation: owner.conversation,
      language,
      values: { ...values, kind },
      ...(owner.person === undefined ? {} : { person: owner.person }),
      ...(actor.name === "" ? {} : { personName: actor.name }),
      ...(target.record === undefined ? {} : { record: target.record }),
      ...(base === undefined
        ? {}
        : { base: base.values, baseRevision: target.recordRevision ?? base.revision }),
    },
    actor,
  );
  const suggestions = [{ title: texts.listButton, text: texts.listButton }];
  if (outcome.kind === "full") return sayOffer([texts.tooMany(MOST_WAITING)], { language, suggestions });
  const { id, record } = outcome.submission;
  if (outcome.kind === "same") return sayOffer([texts.same(id)], { language, suggestions });
  const said = record === undefined ? texts.waits(id) : texts.waitsUpdate(id, record);
  return sayOffer([said], { language, suggestions });
}

async function sendAgain(
  values: ReturnType<typeof checkOffer>["values"],
  { turn, target }: { turn: OfferTurn; target: OfferTarget },
): Promise<ReplyDraft> {
  const { desk, owner, actor, language } = turn;
  const texts = OFFER_TEXTS[language];
  const own = (await desk.store.listOwn(owner)).find(({ id }) => id === target.submission);
  const suggestions = [{ title: texts.listButton, text: texts.listButton }];
  const isOpen = own?.state === "waiting" || own?.state === "returned";
  if (own === undefined || !isOpen) return sayOffer([texts.stale], { language, suggestions });
  const revision = target.revision ?? own.revision;
  const outcome = await desk.resubmit({ ...own, revision }, { ...values, kind: own.kind }, actor);
  const said = outcome.kind === "done" ? texts.waits(own.id) : texts.stale;
  return sayOffer([said], { language, suggestions });
}

/** What the form changes; nothing that the client sends is trusted beyond the id of a row the member may see. */
function readTarget(fields: Readonly<Record<string, string>>): OfferTarget {
  const numberOf = (field: string) => {
    const value = fields[field];
    return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  };
  const record = /^(?:SS\d{3,}|need-\d+)$/.exec(fields.record ?? "")?.[0];
  const [recordRevision, submission, revision] = [
    numberOf("recordRevision"),
    numberOf("submission"),
    numberOf("revision"),
  ];
  return {
    ...(record === undefined ? {} : { record }),
    ...(recordRevision === undefined ? {} : { recordRevision }),
    ...(submission === undefined ? {} : { submission }),
    ...(revision === undefined ? {} : { revision }),
  };
}
