// Why the calculator cannot start or go on, as a kind that texts and hosts know. What browsers say differs: the words
// below are those of Chromium, Firefox and WebKit.
export function kindOf(error) {
  const said = String(error?.message ?? error);
  if (location.protocol === "file:") return "file";
  if (!("WebAssembly" in globalThis)) return "old";
  if (error instanceof WebAssembly.RuntimeError) return "stopped";
  // What is no program at all is what a server says instead.
  if (/magic|\\0asm/.test(said)) return "missing";
  if (/content security|unsafe-eval|disallowed|blocked by csp/i.test(said)) return "policy";
  if (error instanceof WebAssembly.CompileError) return "old";
  if (/fetch|network|load|import/i.test(said)) return "network";
  return "other";
}
