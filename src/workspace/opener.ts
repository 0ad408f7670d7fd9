import {platform as systemPlatform} from "node:os";

/** The program that shows a file in whatever the person uses for its kind; the path is its last argument. */
export function openerOf(platform: string = systemPlatform()): string {
  if (platform === "darwin") return "open";
  // `start` belongs to a shell, which would read signs in a path.
  return platform === "win32" ? "explorer.exe" : "xdg-open";
}
