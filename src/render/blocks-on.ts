import type {Block} from "../reports/document.ts";

/** The blocks meant for this kind of reader, those of "only" in the place of it. */
export function blocksOn(
  reader: "page" | "lines",
  blocks: readonly Block[],
): Exclude<Block, {block: "only"}>[] {
  return blocks.flatMap((block) => {
    if (block.block !== "only") return [block];
    return block.on === reader ? blocksOn(reader, block.blocks) : [];
  });
}

/** The level of the outermost headings, from 1: they come right below the title, whatever it is. */
export function topLevel(blocks: readonly Block[]): number {
  const levels = blocks.map((block): number => (block.block === "heading" ? block.level : 3));
  return levels.reduce((least, level) => Math.min(least, level), 3);
}
