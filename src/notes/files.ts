import type {Fault} from "../core/diagnostics.ts";
import type {AssumptionFields} from "./assumption.ts";
import type {Body} from "./body.ts";
import type {ConceptFields} from "./concept.ts";
import type {ConversationFields} from "./conversation.ts";
import type {CustomerFields} from "./customer.ts";
import type {DecisionFields} from "./decision.ts";
import type {Kind} from "./vocabulary.ts";

/** Front-matter fields by kind of file. */
export interface FieldsOf {
  conversation: ConversationFields;
  customer: CustomerFields;
  assumption: AssumptionFields;
  concept: ConceptFields;
  decision: DecisionFields;
}

/** A workspace file as read: a plain JSON value, without its source. */
export interface ParsedFile<K extends Kind = Kind> {
  kind: K;
  id: string;
  /** Relative to the workspace, with `/`. */
  file: string;
  fields: FieldsOf[K];
  /** Keys of the front matter that no schema knows, as written. */
  unknownKeys: string[];
  /** Level-2 headings that no section has, as written. */
  unknownHeadings: {heading: string; line: number}[];
  body: Body;
}

/** What reading one file gave: the file where it counts, and every fault. `file` is null when it is left out. */
export interface ReadResult<K extends Kind = Kind> {
  parsed: ParsedFile<K> | null;
  faults: Fault[];
}

/** What is known of a file's path before it is read. */
export interface FilePlace<K extends Kind = Kind> {
  kind: K;
  /** The file name without `.md`. */
  id: string;
  /** Relative to the workspace, with `/`. */
  file: string;
}
