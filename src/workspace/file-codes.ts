import type {DiagnosticCode, Fault} from "../core/diagnostics.ts";

/** Faults of files as such, before anything in them is read: the registry of their codes. */
const codes = {
  "file-copy": ["warning", "file", "A byte-identical copy of a file next to it."],
  "file-link": ["error", "file", "A workspace file is a symbolic link, which is not followed."],
  "file-link-double": ["warning", null, "A symbolic link to a file or folder that is read anyway."],
  "file-markdown": ["warning", "file", "A file ends in .markdown, so it is no workspace file."],
  "file-special": ["error", "file", "Something named like a workspace file is no regular file."],
  "file-stray": ["warning", "file", "A note lies outside the folders of the workspace."],
  "file-unreadable": ["error", "file", "The system does not let a workspace file be read."],
  "folder-link": ["error", "file", "A folder is a symbolic link, which is not followed."],
  "folder-special": ["error", "file", "One of the five folders is a file."],
  "folder-unreadable": ["error", "file", "The system does not let a folder be looked into."],
} as const;

export type FileCode = keyof typeof codes;

export const fileCodes: DiagnosticCode[] = Object.entries(codes).map(
  ([code, [severity, dropped, about]]) => ({code, severity, about, dropped}),
);

/** The fault of a file as a whole, with the severity and cost of its code. */
export function fileFault(code: FileCode, message: string, hint: string | null): Fault {
  const [severity, dropped] = codes[code];
  return {code, severity, place: {at: "file"}, message, hint, dropped};
}
