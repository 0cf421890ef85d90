import { inLanguages } from "../schema/cells.ts";
import type { FieldGroup } from "../schema/field-visibility.ts";

/** The columns of a cell that is told in each language. */
const each = (name: string) => Object.keys(inLanguages(name, undefined as never));

/**
 * Which columns belong to which group, by table. What stands nowhere here follows the row: a stream's name, park,
 * category, form and hazard are what it is found by; to hide them, hide the row.
 *
 * `identity` says whose it is and where exactly, so that a company's web address belongs to it. Who may not know a
 * company or the sides of an exchange does not meet its id either, which is made of names.
 */
export const GROUP_COLUMNS = {
  streams: {
    identity: [...each("producer"), "municipality", "owner"],
    quantity: ["quantity", "unit"],
    price: each("price"),
    composition: [...each("composition"), "waste_code"],
    contact: ["contact"],
  },
  companies: {
    identity: [...each("name"), "municipality", "website"],
    composition: [...each("inputs"), ...each("outputs")],
    contact: ["website"],
  },
  contacts: { contact: ["phone", "email"] },
  exchanges: {
    identity: [...each("donor"), ...each("receiver"), ...each("place")],
    quantity: ["quantity", "unit"],
  },
} as const satisfies Record<string, Partial<Record<FieldGroup, readonly string[]>>>;

/** A table whose rows may have groups of their own visibility. */
export type GroupedTable = keyof typeof GROUP_COLUMNS;

/** Columns of a group; `undefined` where the table has none of it. */
export function columnsOfGroup(table: string, group: FieldGroup): readonly string[] | undefined {
  if (!Object.hasOwn(GROUP_COLUMNS, table)) return undefined;
  const groups: Partial<Record<FieldGroup, readonly string[]>> = GROUP_COLUMNS[table as GroupedTable];
  return groups[group];
}

/** Cells of a table in which people write freely: what a group hides must not be repeated there. */
export const FREE_TEXTS: Record<GroupedTable, readonly string[]> = {
  streams: [
    ...["name", "producer", "uses", "composition", "price"].flatMap(each),
    "municipality",
    "contact",
    "owner",
  ],
  companies: [
    ...["name", "industry", "products", "inputs", "outputs", "services"].flatMap(each),
    "municipality",
    "website",
  ],
  contacts: each("role"),
  exchanges: ["donor", "stream", "receiver", "use", "place"].flatMap(each),
};
