import MarkdownIt from "markdown-it";

/**
 * The blocks of a body, as far as reading it needs them. Lines count from 0 within the text. Inline
 * Markdown is not read here: the line grammar does that.
 */
export type Block = {line: number; end: number} & (
  | {type: "paragraph"; text: string}
  | {type: "heading"; level: number; underlined: boolean; text: string}
  | {type: "item"; blocks: Block[]}
  | {type: "quote"; blocks: Block[]}
  | {type: "table"; texts: string[]}
  | {type: "html"; text: string}
  | {type: "code"}
);

/**
 * `html` is on so that comments are seen as such; nothing is ever rendered from these tokens. Without
 * `reference` no line can vanish as the definition of a link, without `code` no item by its indentation.
 */
const markdown = new MarkdownIt({html: true});
markdown.core.ruler.enableOnly(["normalize", "block"]);
markdown.block.ruler.disable(["reference", "code"]);

type Token = ReturnType<typeof markdown.parse>[number];

/**
 * A token of a block with the fields that the parser's own has. The published build defines those one by
 * one with a helper for old browsers, which took as long as all the rest of reading blocks.
 */
class BlockToken {
  type: string;
  tag: string;
  nesting: number;
  level = 0;
  map: [number, number] | null = null;
  content = "";
  markup = "";
  info = "";
  block = true;
  hidden = false;
  attrs: [string, string][] | null = null;
  children: Token[] | null = null;
  meta: unknown = null;

  constructor(type: string, tag: string, nesting: number) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}

markdown.block.State = class extends markdown.block.State {
  override push(type: string, tag: string, nesting: Token["nesting"]): Token {
    // No rule of blocks calls a method of a token.
    const token = new BlockToken(type, tag, nesting) as Token;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }
};

/** The blocks of a text, in order; in linear time, and never throws. */
export function parseBlocks(text: string): Block[] {
  const root: Block[] = [];
  const open: Block[][] = [root];
  const tokens = markdown.parse(text, {});
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.type === "list_item_close" || token.type === "blockquote_close") open.pop();
    const block = toBlock(token, tokens[index + 1]);
    if (block === null) continue;
    open.at(-1)?.push(block);
    if (block.type === "item" || block.type === "quote") open.push(block.blocks);
    if (block.type === "table") {
      while (tokens[index]?.type !== "table_close") {
        const inner = tokens[index++];
        if (inner?.type === "inline") block.texts.push(inner.content);
      }
    }
  }
  return root;
}

function toBlock(token: Token, next: Token | undefined): Block | null {
  const [line, end] = token.map ?? [0, 0];
  switch (token.type) {
    case "paragraph_open":
      return {type: "paragraph", line, end, text: next?.content ?? ""};
    case "heading_open": {
      const level = Number(token.tag.slice(1));
      const underlined = token.markup === "-" || token.markup === "=";
      return {type: "heading", line, end, level, underlined, text: next?.content ?? ""};
    }
    case "list_item_open":
      return {type: "item", line, end, blocks: []};
    case "blockquote_open":
      return {type: "quote", line, end, blocks: []};
    case "table_open":
      return {type: "table", line, end, texts: []};
    case "html_block":
      return {type: "html", line, end, text: token.content};
    case "fence":
    case "code_block":
      return {type: "code", line, end};
    default:
      return null;
  }
}
