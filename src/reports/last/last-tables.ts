import type {Table} from "../document.ts";
import type {CustomerRow} from "./last-customers.ts";
import type {MemberRow} from "./last-members.ts";
import type {Ref} from "../ref.ts";
import {cut, left, right} from "../columns.ts";
import {type Page, customerName, talkDay} from "../page.ts";

/** Each of ours: their last talk, with whom, and how many in 30 days. */
export function membersTable(members: readonly MemberRow[], page: Page): Table {
  return cut(
    [
      {column: left("Who", 1), cell: (row) => memberName(row, page)},
      {column: left("", 5), cell: (row) => row.function ?? ""},
      {column: left("last talk", 1), cell: ({lastSpoke}) => talkDay(lastSpoke, page)},
      {column: {...right("days ago", 4), spare: true}, cell: ({lastSpoke}) => daysAgo(lastSpoke)},
      {
        column: left("with", 3),
        cell: ({handle, lastSpoke}) => {
          if (lastSpoke === null) return "";
          const listened = lastSpoke.observers.includes(handle) ? " (listened)" : "";
          return [customerName(lastSpoke.customer, page), listened];
        },
      },
      {column: right("30 days", 2), cell: (row) => String(row.spoke30)},
      {column: right("meaningful", 3), cell: (row) => String(row.meaningful30)},
    ],
    members,
    page,
  );
}

/** Each customer: the last talk, who was there, whether the next one is late, how they stand. */
export function customersTable(customers: readonly CustomerRow[], page: Page): Table {
  return cut(
    [
      {column: left("Customers", 1), cell: ({id}) => customerName(id, page)},
      {column: left("last talk", 1), cell: ({lastSpoke}) => talkDay(lastSpoke, page)},
      {column: {...right("days ago", 4), spare: true}, cell: ({lastSpoke}) => daysAgo(lastSpoke)},
      {column: left("by", 5), cell: ({by}) => by.map((one) => page.names.member(one)).join(", ")},
      {column: left("wanted every", 2), cell: wanted},
      {column: left("they are", 3), cell: ({relationship}) => relationship ?? "-"},
    ],
    customers,
    page,
  );
}

function memberName({handle, left: leftOn}: MemberRow, {names, request}: Page): string {
  return leftOn !== null && leftOn < request.asOf
    ? `${names.member(handle)} (left)`
    : names.member(handle);
}

function daysAgo(ref: Ref | null): string {
  return ref === null ? "" : String(ref.daysAgo);
}

/** "30 d, 6 late"; a customer nobody ever spoke with is not late by a number of days. */
function wanted({cadence, daysLate, lastSpoke}: CustomerRow): string {
  if (cadence === null) return "-";
  const every = `${String(cadence)} d`;
  if (daysLate === null) return lastSpoke === null ? `${every}, not yet` : every;
  return daysLate === 0 ? every : `${every}, ${String(daysLate)} late`;
}
