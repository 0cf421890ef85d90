import type { AlertTexts } from "./alert-texts.ts";

/** Words around alerts in English. */
export const EN: AlertTexts = {
  section: "Alerts",
  everything: "all side streams",
  created: ({ number, what }) => `Alert ${number} is on: **${what}**.`,
  existing: ({ number, what }) => `That alert is there already, as number ${number}: **${what}**.`,
  existingPaused: (number) => `It is paused now. Write “resume alert ${number}” to go on.`,
  toldInTeams: "I will tell you of new rows here in Teams as soon as they come.",
  toldOnWeb: (idleDays) =>
    `I will tell you of new rows in this chat the next time you open it. The chat and its alerts are deleted after ${idleDays === 1 ? "a day" : `${idleDays} days`} without a message.`,
  shared: "The alert belongs to this whole conversation: everybody here sees it and can stop it.",
  onlyNew: "Rows that are in the table already are not reported.",
  howToStop: (number) => `Write “delete alert ${number}” to stop it, or “pause alert ${number}” to pause it.`,
  notUnderstood: (words) =>
    `I understood that you want an alert, but not this part: “${words}”. I do not want to guess. Fill in the form or put it another way.`,
  notRows:
    "An alert tells of new side streams, so a single row that is there already cannot be watched. Name a material, a place or a quantity instead.",
  nothingToWatch: "Tell me which side streams to watch: a material, a place or a quantity is enough.",
  onlyStreams: "I watch the table of side streams only: no companies, parks, prices or news.",
  tooMany: (most) =>
    `There are ${most} alerts here already, and there cannot be more. Delete one before you add another.`,
  list: (count) => (count === 1 ? "You have one alert:" : `You have ${count} alerts:`),
  none: "There are no alerts. Add one like this: “Tell me when new ash streams over 1,000 t appear in Lapland”.",
  item: ({ number, what }) => `**${number}** ${what}`,
  states: { active: "on", paused: "paused" },
  paused: ({ number, what }) =>
    `Alert ${number} (${what}) is paused. Write “resume alert ${number}” to go on.`,
  resumed: ({ number, what }) =>
    `Alert ${number} (${what}) is on again. I will tell you of what comes from now on.`,
  deleted: ({ number, what }) => `Alert ${number} (${what}) is deleted.`,
  deletedAll: (count) => (count === 1 ? "The alert is deleted." : `All ${count} alerts are deleted.`),
  which: "Which alert do you mean?",
  noSuch: (number) => `There is no alert ${number}.`,
  pauseButton: "Pause",
  resumeButton: "Resume",
  deleteButton: "Delete",
  deleteAllButton: "Delete all",
  say: {
    list: "my alerts",
    pause: (number) => `pause alert ${number}`,
    resume: (number) => `resume alert ${number}`,
    delete: (number) => `delete alert ${number}`,
    deleteAll: "delete all my alerts",
    more: "tell me when there are more of these",
  },
  listButton: "My alerts",
  more: "Tell me when there are more",
  news: ({ number, what, count }) =>
    `Alert ${number} (**${what}**): ${count === 1 ? "one new side stream" : `${count} new side streams`}.`,
  newsShown: (shown, all) => `These are the first ${shown}; ${all} are new in all.`,
  table: "Table of side streams",
  form: {
    title: "New alert",
    subtitle: "Fill in at least one field. I tell you of new side streams that meet all of them.",
    what: "Material or side stream",
    whatExample: "e.g. ash",
    place: "Municipality, region or park",
    placeExample: "e.g. Lapland",
    amount: "Smallest quantity a year",
    amountExample: "e.g. 1000",
    unit: "Unit",
    submit: "Add the alert",
  },
  desk: {
    about: "Which new side streams are watched, and by how many alerts.",
    intro: "Which side streams are watched, and by how many alerts. Whose alerts they are is not shown.",
    watched: "What is watched",
    active: "On",
    paused: "Paused",
    empty: "Nobody watches anything yet.",
    total: (active, paused) => `On: ${active}, paused: ${paused}.`,
  },
};
