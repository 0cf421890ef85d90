import type { DeskRoute, DeskSection } from "./desk-section.ts";

/** A route that fits an address. */
export interface FoundRoute {
  section: DeskSection;
  route: DeskRoute;
  params: Readonly<Record<string, string>>;
}

/** What is at an address: a route, nothing for this method, or nothing at all. */
export type Finding = FoundRoute | "method" | "missing";

/** Paths of the desk itself. */
const RESERVED = ["assets", "enter", "leave"];
const SECTION_PATH = /^[a-z][a-z0-9-]*$/;

/**
 * Creates what finds the route of an address; of several that fit, the one with a fixed part further left goes first.
 *
 * @param sections All parts of the desk with pages.
 * @returns Takes a method and the decoded parts of the path behind `/desk/`.
 * @throws {RangeError} If a section has no proper path, or one of the desk's own, or one twice.
 *
 * @example
 * ```ts
 * const find = createDeskRouter([faq]);
 * find("get", ["faq", "steam-price"]); // { section, route: that of "/:id", params: { id: "steam-price" } }
 * ```
 */
export function createDeskRouter(
  sections: readonly DeskSection[],
): (method: DeskRoute["method"], segments: readonly string[]) => Finding {
  const byPath = new Map<string, DeskSection>();
  for (const section of sections) {
    const { path } = section;
    if (!SECTION_PATH.test(path) || RESERVED.includes(path) || byPath.has(path)) {
      throw new RangeError(
        `Cannot add the section "${path}" to the desk: its path must be new, of small letters, digits and "-", and none of ${RESERVED.join(", ")}`,
      );
    }
    byPath.set(path, section);
  }
  return (method, [head = "", ...rest]) => {
    const section = byPath.get(head);
    const fitting = (section?.routes ?? [])
      .map((route) => ({ route, params: match(route.path, rest) }))
      .filter((found): found is { route: DeskRoute; params: Record<string, string> } => !!found.params)
      .sort((a, b) => compareShapes(shapeOf(a.route), shapeOf(b.route)));
    const found = fitting.find(({ route }) => route.method === method);
    if (section && found) return { section, ...found };
    return fitting.length > 0 ? "method" : "missing";
  };
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function match(path: string, segments: readonly string[]): Record<string, string> | undefined {
  const parts = partsOf(path);
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? "";
    if (part.startsWith(":")) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return params;
}

/** `0` for a fixed part and `1` for a named one: the smaller text has its fixed parts further left. */
function shapeOf({ path }: DeskRoute): string {
  return partsOf(path)
    .map((part) => (part.startsWith(":") ? "1" : "0"))
    .join("");
}

function compareShapes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
