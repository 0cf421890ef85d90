import type { Language } from "../../../knowledge/languages.ts";
import type { ParkFeature } from "../../../knowledge/schema.ts";
import type { FeatureLabel } from "./feature-label.ts";
import { EN } from "./feature-labels-en.ts";
import { FI } from "./feature-labels-fi.ts";
import { SV } from "./feature-labels-sv.ts";

/** {@link FeatureLabel} of every feature in the three languages. */
export const FEATURE_LABELS: Record<Language, Record<ParkFeature, FeatureLabel>> = { fi: FI, sv: SV, en: EN };
