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
