/** By this pm-talk knows a page that it wrote. */
export const pageMark = '<meta name="generator" content="pm-talk">';
