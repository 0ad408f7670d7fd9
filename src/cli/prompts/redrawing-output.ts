import {Writable} from "node:stream";
import {stripVTControlCharacters} from "node:util";
import {clustersOf, widthOf} from "../../render/width.ts";
import type {TerminalOutput} from "./screen.ts";

/** What inquirer last drew: its lines, how many stand below the cursor, and the cursor's column from 1. */
interface Drawn {
  lines: string[];
  below: number;
  column: number;
}

/** How inquirer draws: it goes down to the end of what it drew, erases that upwards, writes, and places the cursor. */
const drawing =
  /^(?:\u001b\[\d+B)?(?:(?:\u001b\[2K(?:\u001b\[1A)?)+\u001b\[G)?([^]*?)(?:\u001b\[(\d+)A)?\u001b\[(\d+)G$/;

/**
 * The terminal as inquirer writes to it. When the terminal becomes narrower it breaks the lines of the open
 * question anew, and inquirer, which does not know, would erase too few of them; so they are drawn again here,
 * as many lines as inquirer believes there are. Likewise when the program goes on after Ctrl-Z.
 */
export class RedrawingOutput extends Writable {
  private drawn: Drawn | null = null;
  private readonly terminal: TerminalOutput;
  private readonly resized = (): void => {
    this.redraw(true);
    this.emit("resize");
  };

  constructor(terminal: TerminalOutput) {
    super({decodeStrings: false});
    this.terminal = terminal;
    terminal.on("resize", this.resized);
  }

  get columns(): number {
    return this.terminal.columns || 80;
  }

  get rows(): number {
    return this.terminal.rows || 24;
  }

  override _write(text: string, _encoding: BufferEncoding, done: () => void): void {
    const [, content, below = "0", column] = drawing.exec(text) ?? [];
    if (content === undefined) this.drawn = null;
    else if (content !== "")
      this.drawn = {lines: content.split("\n"), below: Number(below), column: Number(column)};
    else if (this.drawn !== null) this.drawn.column = Number(column);
    // That it failed is heard as an error of the terminal.
    this.terminal.write(text, () => {
      done();
    });
  }

  /** inquirer ends its output with each question; the terminal goes on. */
  override end(): this {
    return this;
  }

  /** Draws the open question again: over the old one, or below what stands on the screen. */
  redraw(over: boolean): void {
    if (this.drawn === null) return;
    const {lines, below, column} = this.drawn;
    const cursorAt = lines.length - 1 - below;
    const up = over ? this.rowsAbove(lines.slice(0, cursorAt), column) : 0;
    this.terminal.write(
      [
        over ? `${up > 0 ? `\u001b[${String(up)}A` : ""}\r\u001b[J` : "",
        lines.map((line) => cutColored(line, this.columns - 1)).join("\n"),
        below > 0 ? `\u001b[${String(below)}A` : "",
        `\u001b[${String(Math.min(column, this.columns))}G`,
      ].join(""),
    );
  }

  close(): void {
    this.terminal.off("resize", this.resized);
  }

  /** Rows above the cursor's that these lines take now, and its own line up to its column. */
  private rowsAbove(lines: readonly string[], column: number): number {
    const rows = lines.map((line) =>
      Math.max(1, Math.ceil(widthOf(stripVTControlCharacters(line)) / this.columns)),
    );
    return rows.reduce((sum, one) => sum + one, 0) + Math.floor((column - 1) / this.columns);
  }
}

/** A coloured line of at most `width` columns; its colours end where they would. */
function cutColored(line: string, width: number): string {
  let room = width;
  return line
    .split(/(\u001b\[[\d;?]*[a-zA-Z])/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : clustersOf(part)
            .filter((cluster) => (room -= widthOf(cluster)) >= 0)
            .join(""),
    )
    .join("");
}
