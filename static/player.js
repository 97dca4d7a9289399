// Plays trials in slices, so that whoever shares the thread gets its turn and a newer request replaces an older one.
// A worker runs this file; where there can be none, the page imports it and listens on its own thread.
import init, { Player } from "./worker.js";

const SLICE = 10; // milliseconds
const MOST_AT_A_TIME = 64; // trials
const REPORTS = [100, 1000, 10000, 100000]; // a first report soon, better ones later

// A turn for everything else that waits.
const pause = () => new Promise((resume) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resume;
  port2.postMessage(null);
});

// One trial at a time at first, and as many as are quick.
function playUntil(player, count, pace) {
  const end = performance.now() + SLICE;
  for (let now = end - SLICE; player.played < count && now < end;) {
    player.step(Math.min(pace.trials, count - player.played));
    const before = now;
    now = performance.now();
    if (now - before < SLICE / 8) pace.trials = Math.min(2 * pace.trials, MOST_AT_A_TIME);
  }
}

// The program, once somebody has brought it: all who listen share it.
let ready;
function begin(module) {
  ready ??= init({ module_or_path: module });
}

// Each message is a request, but that of a worker which brings the program.
export function listen(port, program) {
  let newest;
  if (program) begin(program);
  const take = async ({ module, generation, request }) => {
    if (module) return begin(module);
    newest = generation;
    await ready;
    if (generation !== newest) return;
    const player = Player.open(request);
    const { wanted } = player;
    const pace = { trials: 1 };
    const answer = (more) => port.postMessage({ generation, wanted, played: player.played, ...more });
    for (const count of [...REPORTS.filter((count) => count < wanted), wanted]) {
      while (player.played < count && generation === newest) {
        playUntil(player, count, pace);
        answer();
        await pause();
      }
      if (generation !== newest) break;
      answer({ report: player.report() });
    }
    player.free();
  };
  // A program that has stopped cannot go on: whoever asked has to begin anew.
  port.onmessage = ({ data }) => take(data).catch((error) => port.postMessage({ stopped: `${error}\n${error?.stack}` }));
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) listen(self);
