import type {sources} from "../notes/vocabulary.ts";

/** How we got to a customer, as one would say it. */
export const sourceLabels: Record<(typeof sources)[number], string> = {
  cold: "We called or wrote, cold",
  inbound: "They came to us",
  introduction: "Somebody introduced us",
  advocate: "Through a fan of ours",
  sales: "Through sales",
  panel: "A research panel",
  support: "Through support",
};
