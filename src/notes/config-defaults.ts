/** What the rules reckon with where pm-talk.yml does not say otherwise. */
export const defaultThresholds = {
  evidence: {
    /** Days. */
    fresh: 180,
    /** Days. */
    expired: 365,
    customers: 5,
    against: 3,
    believe: 0.8,
    disbelieve: 0.2,
  },
  /** `minutes`, the share of the talk that was ours, and words. */
  meaningful: {minutes: 15, talk: 0.65, words: 20},
};

/** What a gate asks of the customer evidence where nobody says otherwise. */
export const defaultCriteria = {
  conversations: 5,
  customers: 3,
  /** Days. */
  recent: 30,
  critical: true,
  disconfirming: 1,
  shaped: 1,
  segments: true,
  readable: true,
};
