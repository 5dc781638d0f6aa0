// What the server answers.

interface Health {
  name: string;
  api: number;
  version: string;
  status: string;
  wants_token?: boolean;
}

// ---- POST /api/v1/annotations

interface Answer {
  story: { id: string; title: string; matched_by: string; articles: ArticleRef[] } | null;
  annotations: Annotation[];
  missing: { fact: { id: string; label: string }; evidence: (Omit<Evidence, "stance"> & { stance: null })[] }[];
}

interface ArticleRef {
  id: string;
  outlet: string;
  url: string;
  published?: string | null;
}

interface Annotation {
  id: string;
  target: { source?: string; selector: Selector[] };
  body: { value: string; language?: string }[];
  stance: Stance;
  fact: FactName;
  outlets: number;
  origins: number;
  evidence: Evidence[];
}

interface Selector {
  type: string;
  start?: number;
  end?: number;
  exact?: string;
}

interface FactName {
  id: string;
  label: string;
  /** Found by the program; or what a moderator said of it. */
  status: "proposed" | "confirmed" | "disputed" | "settled";
  /** The fact in a moderator's words. */
  wording?: string;
  /** What settled it or is in dispute; and where that can be read, an address or a title. */
  note?: string;
  source?: string;
}

interface Evidence {
  stance: Stance;
  article: ArticleRef;
  exact: string;
  start: number;
  end: number;
  value: string;
  origin: string;
  explanation: string;
  grade?: string | null;
  difference?: Difference;
}

/** Pairs of an op and its text. */
type Difference = ["same" | "ours" | "theirs", string][];
