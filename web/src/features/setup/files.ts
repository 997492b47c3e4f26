/** What can be told of a file before it is sent. */
const ENDINGS = [".pdf", ".docx", ".txt", ".md", ".markdown"];
const LARGEST = 10 * 1024 * 1024;

export const ACCEPTED = ENDINGS.join(",");

export type FileFault = "kind" | "large" | "empty";

export function fileFault(file: { name: string; size: number }): FileFault | null {
  const name = file.name.toLowerCase();
  if (!ENDINGS.some((ending) => name.endsWith(ending))) return "kind";
  if (file.size > LARGEST) return "large";
  return file.size === 0 ? "empty" : null;
}
