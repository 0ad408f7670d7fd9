import {collectionAsOf} from "../../analysis/as-of.ts";
import {type Condition, meaning} from "../../analysis/meaningful.ts";
import {selectConversations} from "../../analysis/select.ts";
import {compareRecency, isSpoken} from "../../analysis/spoken.ts";
import type {Table} from "../document.ts";
import {refOf, type Ref} from "../ref.ts";
import type {ReportRequest} from "../request.ts";
import {whyNotMeaningful} from "../wording.ts";
import {cut, left} from "../columns.ts";
import {customerName, type Page, talkDay} from "../page.ts";

/** A conversation that is not meaningful; one that is not spoken either answers no "when did we last". */
export interface NotCounted extends Ref {
  spoken: boolean;
  why: Condition[];
}

/** The conversations that the filters let through and that do not count as meaningful, the newest first. */
export function notCountedRows({collection, asOf, filters}: ReportRequest): NotCounted[] {
  const then = collectionAsOf(collection, asOf);
  return selectConversations(then.conversations, filters, then)
    .sort((a, b) => compareRecency(b, a))
    .flatMap((one) => {
      const {meaningful, why} = meaning(one, then.config.meaningful);
      return meaningful ? [] : [{...refOf(one, asOf), spoken: isSpoken(one), why}];
    });
}

/** Which talks did not count, as what, and why: what --explain adds to `report last`. */
export function notCountedTable(rows: readonly NotCounted[], page: Page): Table {
  return cut(
    [
      {column: left("Did not count", 1), cell: (row) => talkDay(row, page)},
      {column: left("with", 1), cell: ({customer}) => customerName(customer, page)},
      {column: left("type", 3), cell: ({type}) => page.names.type(type)},
      {column: left("as", 2), cell: ({spoken}) => (spoken ? "meaningful" : "spoken")},
      {column: left("because", 1), cell: ({why}) => whyNotMeaningful(why)},
    ],
    rows,
    page,
  );
}
