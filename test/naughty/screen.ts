/** What a terminal would obey or not show. */
export const unprintable =
  /[^\n\P{Cc}]|\p{Cs}|[\u2028\u2029\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u;
