import type { Language } from "../../../knowledge/languages.ts";
import { type Dated, freshnessOf } from "../../query/freshness.ts";

interface MarkTexts {
  expired: (when: string) => string;
  unverified: string;
  unverifiedSince: (when: string) => string;
  ahead: (when: string) => string;
}

const TEXTS: Record<Language, MarkTexts> = {
  fi: {
    expired: (when) => `vanhentunut ${when}`,
    unverified: "vahvistamatta",
    unverifiedSince: (when) => `vahvistettu viimeksi ${when}`,
    ahead: (when) => `saatavilla alkaen ${when}`,
  },
  sv: {
    expired: (when) => `gick ut ${when}`,
    unverified: "obekräftad",
    unverifiedSince: (when) => `senast bekräftad ${when}`,
    ahead: (when) => `tillgänglig från ${when}`,
  },
  en: {
    expired: (when) => `expired ${when}`,
    unverified: "unverified",
    unverifiedSince: (when) => `last verified ${when}`,
    ahead: (when) => `available from ${when}`,
  },
};

/**
 * The mark of a row that cannot be relied on today, or not be had yet.
 *
 * @returns Empty for a row that needs none.
 *
 * @example
 * ```ts
 * freshnessMark({ expires: "2026-03-01" }, { language: "fi", today: "2026-05-01" }); // "vanhentunut 3/2026"
 * ```
 */
export function freshnessMark(row: Dated, context: { language: Language; today?: string }): string {
  const { today, language } = context;
  const texts = TEXTS[language];
  switch (freshnessOf(row, today)) {
    case "expired":
      return texts.expired(presentMonth(endOf(row)));
    case "unverified":
      return row.verified === undefined
        ? texts.unverified
        : texts.unverifiedSince(presentMonth(row.verified));
    case "not yet available":
      return texts.ahead(presentMonth(row.available_from ?? ""));
    case "current":
    case "of its source":
      return "";
  }
}

/** The earlier of the two ends. */
function endOf({ expires = "9999", available_until: until = "9999" }: Dated): string {
  return expires < until ? expires : until;
}

/** "3/2026" of a day, "2026" of a year. */
function presentMonth(day: string): string {
  const [year = "", month] = day.split("-");
  return month === undefined ? year : `${Number(month)}/${year}`;
}
