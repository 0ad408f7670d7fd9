import {compareDiagnostics, type Diagnostic, type Fault} from "../core/diagnostics.ts";
import {findFences} from "./front-matter/front-matter-fence.ts";
import {locateInYaml, type Position, type YamlPlace} from "./positions.ts";

type FieldFault = Fault & {place: {at: "field"}};

/**
 * The faults of one file with their positions, in file order. `file` is relative to the workspace, `text`
 * what decoding it gave ("" where it gave none). A field that is not there is reported at line 1.
 */
export async function locateFaults(
  file: string,
  text: string,
  faults: readonly Fault[],
): Promise<Diagnostic[]> {
  const lines = faults.length === 0 ? [] : text.split(/\r\n?|\n/);
  const fieldFaults = faults.filter((fault): fault is FieldFault => fault.place.at === "field");
  const found = await locateFields(text, fieldFaults);
  const diagnostics = faults.map((fault) => {
    const {place} = fault;
    if (place.at === "line") return diagnose(file, lines, fault, place);
    const position = place.at === "field" ? found.get(fault) : undefined;
    return diagnose(file, lines, fault, position ?? null);
  });
  return diagnostics.sort(compareDiagnostics);
}

async function locateFields(
  text: string,
  faults: readonly FieldFault[],
): Promise<Map<Fault, Position | null>> {
  if (faults.length === 0) return new Map();
  const fences = findFences(text);
  if ("fault" in fences) return new Map();
  const places = faults.map(({place}): YamlPlace => ({
    path: place.index === undefined ? [place.field] : [place.field, place.index],
    of: place.of ?? "value",
  }));
  const positions = await locateInYaml(fences.block, 2, places);
  return new Map(faults.map((fault, index) => [fault, positions[index] ?? null]));
}

function diagnose(
  file: string,
  lines: readonly string[],
  fault: Fault,
  position: Position | null,
): Diagnostic {
  const {severity, code, message, hint, dropped} = fault;
  const {line, column, length} = position ?? {line: 1, column: 1, length: 1};
  const text = position === null ? undefined : lines[line - 1];
  const excerpt = text === undefined ? null : {text, length};
  return {file, line, column, severity, code, message, hint, dropped, excerpt};
}
