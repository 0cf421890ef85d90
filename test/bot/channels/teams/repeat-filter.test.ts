import { expect, test } from "vitest";
import { createRepeatFilter } from "../../../../bot/channels/teams/repeat-filter.ts";

const activity = { type: "message", id: "1", channelId: "msteams", conversation: { id: "a" } };

test("createRepeatFilter() knows an activity again, and only that one", () => {
  const isRepeated = createRepeatFilter();
  expect(isRepeated(activity)).toBe(false);
  expect(isRepeated(activity)).toBe(true);
  expect(isRepeated({ ...activity, id: "2" })).toBe(false);
  expect(isRepeated({ ...activity, conversation: { id: "b" } })).toBe(false);
  expect(isRepeated({ ...activity, id: undefined })).toBe(false);
  expect(isRepeated({ ...activity, id: undefined })).toBe(false);
});

test("createRepeatFilter() forgets the oldest first", () => {
  const isRepeated = createRepeatFilter({ maxRemembered: 2 });
  for (const id of ["1", "2", "3"]) isRepeated({ ...activity, id });
  expect(isRepeated({ ...activity, id: "3" })).toBe(true);
  expect(isRepeated({ ...activity, id: "1" })).toBe(false);
});
