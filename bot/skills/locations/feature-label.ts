/** What parks offer, as a noun in the reader's language, and the question that asks for it. */
export interface FeatureLabel {
  /** "port", "satama", "hamn". */
  name: string;
  /** "Do you need a port?" */
  ask: string;
  /** What the person says who needs it. */
  yes: string;
}
