import {mediaStyle} from "./style-media.ts";
import {pageStyle} from "./style-page.ts";
import {tableStyle} from "./style-tables.ts";

/** The one style sheet of all pages. */
export const style = `${pageStyle}${tableStyle}${mediaStyle}`;

/**
 * What the style sheet hashes to, by which the page allows it and no other. A browser would show a page
 * with a wrong one unstyled; a test computes it and prints the right one.
 */
export const styleHash = "sha256-9oa+jtvJ7No6QI/ZeoJXzGP5z0TiQ3lFcLKvy3dy23I=";
