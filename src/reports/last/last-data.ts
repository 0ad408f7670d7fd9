import type {Band} from "../../analysis/spoken.ts";
import type {Step} from "../../analysis/steps.ts";
import type {Thresholds} from "../../analysis/thresholds.ts";
import type {CustomerRow} from "./last-customers.ts";
import type {MemberRow} from "./last-members.ts";
import type {NotCounted} from "./last-not-counted.ts";
import type {SegmentRow} from "./last-segments.ts";
import type {Ref} from "../ref.ts";

/** "When was the last time you talked to a customer?" for the team, each member, customer and segment. */
export interface LastData {
  lastSpoke: Ref | null;
  lastMeaningful: Ref | null;
  lastWithoutSelling: Ref | null;
  members: MemberRow[];
  customers: CustomerRow[];
  segments: SegmentRow[];
  /** Customers by days since they were last spoken with. */
  bands: Record<Band, number>;
  /** Overdue ones. */
  steps: Step[];
  /** Those that did not count as meaningful, or not even as spoken, and why. */
  notCounted: NotCounted[];
  /** What makes a talk meaningful. */
  thresholds: Thresholds["meaningful"];
}
