import type { Language } from "../../../knowledge/languages.ts";
import { LANGUAGES } from "../../../knowledge/languages.ts";
import type { Reply } from "../../reply/reply.ts";
import { rootOf } from "../../root-conversation.ts";
import { composeReply } from "../../skills/compose-reply.ts";
import type { Statement } from "../../state/database/database.ts";
import type { SkillOutcome, SkillTurn } from "../../turn-skill.ts";
import type { DeskBase, DeskPart } from "../desk-parts.ts";
import { CHANNEL_TEXTS } from "./texts.ts";

/** The coordinators' channel: where what is for the desk is told, beside the desk itself. */
export interface DeskChannelPart extends DeskPart {
  /**
   * Says something in the channel, in the language it was chosen in; nothing where none is chosen or there is nothing to say. Call it within the
   * transaction of what it tells of.
   */
  announce: (write: (language: Language) => Reply | undefined) => Promise<void>;
}

const KEY = "desk-channel";

const BIND =
  /^(?:use|make) this (?:channel|chat|group)(?: as| for)?(?: the)? desk\W*$|^desk here\W*$|^(?:tuo )?työpöytä (?:tähän|tänne|tässä)\W*$|^käytä tätä (?:kanavaa|ryhmää) työpöytänä\W*$|^skrivbord(?:et)? (?:hit|här)\W*$|^använd den här (?:kanalen|gruppen) som skrivbord\W*$/iu;
const UNBIND =
  /^stop (?:the )?desk here\W*$|^lopeta työpöytä (?:tässä|täällä)\W*$|^sluta (?:med )?skrivbord(?:et)? här\W*$/iu;

/**
 * Creates the part that lets a coordinator choose, by saying so there, the channel of Teams to which tickets and other
 * things for the desk come.
 */
export function createDeskChannel(base: DeskBase): DeskChannelPart {
  const { database, audit, notices } = base;
  const read = database.prepare("select value from meta where key = ?");
  const write = database.prepare(
    "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
  );
  const remove = database.prepare("delete from meta where key = ?");
  const change = async (seen: SkillTurn, binds: boolean): Promise<SkillOutcome> => {
    const { turn, replyLanguage: language, memory } = seen;
    const texts = CHANNEL_TEXTS[language];
    const say = (frame: string): SkillOutcome => ({
      draft: composeReply({ language, intent: "handoff", lines: [{ frame }] }),
      memory: { ...memory, language },
    });
    if ((turn.rank ?? turn.reader) !== "coordinator") return say(texts.notAllowed);
    if (turn.isShared !== true) return say(texts.notShared);
    const conversation = rootOf(turn.conversationId);
    if (!binds && (await readChannel(read))?.conversation !== conversation) return say(texts.notBound);
    await database.transact(async () => {
      if (binds) await write.run(KEY, JSON.stringify({ conversation, language }));
      else await remove.run(KEY);
      const { id = "teams:unknown", name = "" } = turn.person ?? {};
      const actor = { id, name, reader: "coordinator", via: "teams" } as const;
      await audit.add({ actor, action: binds ? "channel.choose" : "channel.leave", subject: conversation });
    });
    return say(binds ? texts.bound : texts.unbound);
  };
  return {
    skills: [
      {
        take: async (seen) => {
          if (seen.turn.channel !== "teams") return undefined;
          if (BIND.test(seen.words)) return change(seen, true);
          return UNBIND.test(seen.words) ? change(seen, false) : undefined;
        },
      },
    ],
    announce: async (compose) => {
      const channel = await readChannel(read);
      if (channel === undefined) return;
      const reply = compose(channel.language);
      if (reply !== undefined) await notices.add({ conversationId: channel.conversation, reply });
    },
  };
}

async function readChannel(
  statement: Statement,
): Promise<{ conversation: string; language: Language } | undefined> {
  const row = await statement.get(KEY);
  if (row === undefined) return undefined;
  const value = JSON.parse(String(row.value)) as { conversation?: unknown; language?: unknown };
  const language = LANGUAGES.find((one) => one === value.language);
  if (typeof value.conversation !== "string" || language === undefined) return undefined;
  return { conversation: value.conversation, language };
}
