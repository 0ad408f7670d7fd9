import type {Talk} from "../../analysis/last.ts";
import type {Filters} from "../../analysis/select.ts";
import type {CalendarDate} from "../../core/calendar.ts";
import type {Collection} from "../../notes/collection.ts";
import type {Ref} from "../ref.ts";

/** What the rows of `last` are made of. */
export interface RowSource {
  /** As of the day. */
  collection: Collection;
  /** Spoken conversations that the filters let through, newest first. */
  talks: Talk[];
  filters: Filters;
  asOf: CalendarDate;
  ref: (talk: Talk | null | undefined) => Ref | null;
}
