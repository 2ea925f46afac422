const SPECIAL = /[.+^${}()|[\]\\]/g;

/**
 * A glob over experiment paths as a test: `*` and `?` stay within a folder, `**` crosses folders; a bare id matches in
 * any folder.
 */
export function globTest(glob: string): (path: string) => boolean {
  const source = glob
    .replace(SPECIAL, "\\$&")
    .replace(/\*\*\/?|\*|\?/g, part => (part === "*" ? "[^/]*" : part === "?" ? "[^/]" : ".*"));
  const whole = new RegExp(`^${glob.includes("/") ? "" : "(?:.*/)?"}${source}$`);
  return path => whole.test(path);
}
