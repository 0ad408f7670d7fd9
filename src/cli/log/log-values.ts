/** A customer whom no file declares yet: what its file will hold. */
export interface NewCustomer {
  id: string;
  name: string;
  segment: string | null;
  stage: string | null;
  source: string | null;
}

/** What is said besides the result: notices can be silenced, warnings are part of the JSON. */
export interface Remarks {
  notices: string[];
  warnings: string[];
}
