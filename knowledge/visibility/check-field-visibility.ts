import { mayRead, type Reader } from "../languages.ts";
import { FIELD_GROUPS, type FieldVisibility } from "../schema/field-visibility.ts";
import { columnsOfGroup } from "./field-groups.ts";

/**
 * Finds what is wrong with a row's groups beyond their spelling.
 *
 * @returns The reason as the check prints it: a group that the table does not have, or one that would be open to people
 * who may not see the row. Nothing when all is right.
 */
export function checkFieldVisibility(table: string, row: object): string | undefined {
  const { visibility = "public", field_visibility: groups = {} } = row as {
    visibility?: Reader;
    field_visibility?: FieldVisibility;
  };
  for (const [group, rank] of Object.entries(groups)) {
    const known = FIELD_GROUPS.filter((name) => columnsOfGroup(table, name) !== undefined);
    if (!known.some((name) => name === group))
      return `this table has no "${group}", only ${known.join(", ")}: hide the whole row by its visibility`;
    if (!mayRead(rank, visibility))
      return `"${group}=${rank}" is open to people who may not see the row: its visibility is "${visibility}"`;
  }
  return undefined;
}
