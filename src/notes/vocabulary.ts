/** The closed word lists of the workspace. Everything that offers or checks a word derives from here. */

export const kinds = ["conversation", "customer", "assumption", "concept", "decision"] as const;
/** A kind of workspace file. */
export type Kind = (typeof kinds)[number];

/** The folder of each kind, below the workspace. */
export const folders: Record<Kind, string> = {
  conversation: "conversations",
  customer: "customers",
  assumption: "assumptions",
  concept: "concepts",
  decision: "decisions",
};

export interface ConversationType {
  /** Whether people spoke with each other at the same time. */
  live: boolean;
  /** Whether we were selling. */
  selling: boolean;
}

/** The built-in conversation types; the config may add others. */
export const conversationTypes: Record<string, ConversationType> = {
  interview: {live: true, selling: false},
  "sales-call": {live: true, selling: true},
  demo: {live: true, selling: true},
  "site-visit": {live: true, selling: false},
  "support-call": {live: true, selling: false},
  "usability-test": {live: true, selling: false},
  "win-loss": {live: true, selling: false},
  "check-in": {live: true, selling: false},
  survey: {live: false, selling: false},
  email: {live: false, selling: false},
  event: {live: true, selling: false},
};

export const noteStatuses = ["held", "planned", "no-show", "cancelled", "no-answer"] as const;
export const channels = ["in-person", "video", "phone", "chat", "email"] as const;
/** Channels on which nobody speaks. */
export const silentChannels: readonly string[] = ["chat", "email"];
export const sources = [
  "cold",
  "inbound",
  "introduction",
  "advocate",
  "sales",
  "panel",
  "support",
] as const;
export const relationships = ["cold", "neutral", "warm", "advocate", "strained"] as const;
export const endings = ["us", "them", "time"] as const;
export const consents = ["internal", "external", "recording"] as const;
export const attributions = ["name", "role", "anonymous"] as const;

export const stages = ["prospect", "trial", "customer", "churned", "lost", "partner"] as const;
export const contactables = ["yes", "pause", "no"] as const;
export const contactRoles = ["champion", "buyer", "user", "blocker", "influencer"] as const;

export const assumptionTypes = [
  "desirability",
  "viability",
  "feasibility",
  "usability",
  "ethical",
] as const;
export type AssumptionType = (typeof assumptionTypes)[number];
export const importances = ["critical", "high", "medium", "low"] as const;
export type Importance = (typeof importances)[number];
export const assumptionStatuses = [
  "untested",
  "stale",
  "contested",
  "validated",
  "invalidated",
  "leaning-valid",
  "leaning-invalid",
  "inconclusive",
] as const;
export type AssumptionStatus = (typeof assumptionStatuses)[number];

export const conceptStatuses = [
  "idea",
  "discovery",
  "validation",
  "build",
  "launched",
  "hold",
  "killed",
] as const;
export const gateDecisions = [
  "pending",
  "go",
  "conditional-go",
  "hold",
  "recycle",
  "kill",
] as const;
export const claimHorizons = ["today", "next", "vision"] as const;
export const limitationAreas = ["product", "strategy", "vision"] as const;
export const criteria = [
  "conversations",
  "customers",
  "recent",
  "critical",
  "disconfirming",
  "shaped",
  "segments",
  "readable",
] as const;
export type Criterion = (typeof criteria)[number];

export const decisionTypes = [
  "pivot",
  "scope-in",
  "scope-out",
  "message",
  "price",
  "no-change",
] as const;
export const decisionStatuses = ["accepted", "proposed", "superseded"] as const;

/** For, against or both; files say For, Against, Mixed. */
export const stances = ["supports", "refutes", "mixed"] as const;
export type Stance = (typeof stances)[number];
export const stanceLabels: Record<Stance, string> = {
  supports: "For",
  refutes: "Against",
  mixed: "Mixed",
};

/** Kinds of evidence, weakest first: the order in which ties are broken and choices are shown. */
export const evidenceKinds = [
  "compliment",
  "hypothetical",
  "opinion",
  "story",
  "observed",
  "time",
  "reputation",
  "money",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a customer can give that costs them something. */
export const currencies = ["time", "reputation", "money"] as const;
export const askAnswers = ["given", "declined", "deferred"] as const;
export const promiseStates = ["today", "roadmap", "none"] as const;
export const requestAnswers = ["accept", "decline", "defer"] as const;
export const introductionStates = ["asked", "made", "met"] as const;

export const memberFunctions = [
  "pm",
  "design",
  "eng",
  "research",
  "sales",
  "marketing",
  "cs",
  "exec",
] as const;
export const memberLevels = ["ic", "lead", "leader"] as const;
/** Handles that mean something else, so that no member may have them. */
export const reservedHandles: readonly string[] = ["them", "me", "leaders"];
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
