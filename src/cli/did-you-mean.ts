/** `Did you mean last or list?` and two spaces, to stand before what else there is; nothing where nothing is near. */
export function didYouMean(near: readonly string[]): string {
  return near.length === 0 ? "" : `Did you mean ${near.join(" or ")}?  `;
}
