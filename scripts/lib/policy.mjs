// The policy that the standalone page works under: what its servers send and its tests hold it to.
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
