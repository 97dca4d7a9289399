// A slow link in front of a server, for all that the browser asks for, whoever asks: page, frame or worker.
// The browser's own slowing would hold back each of them by itself and say less of what has passed.
import { connect, createServer } from "node:net";

const PACKET = 1460;

// One direction. Connections take turns, a packet each, as they do on a link that is full.
class Lane {
  bytes = 0;
  lastMoved = performance.now();
  #turns = [];
  #freeAt = 0;
  #busy = false;

  constructor(bitsPerSecond, delay) {
    this.perByte = 8000 / bitsPerSecond;
    this.delay = delay;
  }

  // What a connection writes to; `socket` gets it later, in the same order.
  to(socket) {
    return { socket, waiting: [], travelling: [] };
  }

  write(connection, data) {
    for (let at = 0; at < data.length; at += PACKET) connection.waiting.push(data.subarray(at, at + PACKET));
    this.#queue(connection);
  }

  end(connection) {
    connection.waiting.push(Buffer.alloc(0));
    this.#queue(connection);
  }

  #queue(connection) {
    if (!this.#turns.includes(connection)) this.#turns.push(connection);
    if (!this.#busy) this.#next();
  }

  #next() {
    const connection = this.#turns.shift();
    this.#busy = connection !== undefined;
    if (!connection) return;
    const packet = connection.waiting.shift();
    if (connection.waiting.length > 0) this.#turns.push(connection);
    const now = performance.now();
    this.#freeAt = Math.max(this.#freeAt, now) + packet.length * this.perByte;
    connection.travelling.push(packet);
    setTimeout(() => this.#arrive(connection), this.#freeAt + this.delay - now);
    setTimeout(() => this.#next(), this.#freeAt - now);
  }

  // Timers of one moment may come in any order, packets may not.
  #arrive({ socket, travelling }) {
    const packet = travelling.shift();
    this.bytes += packet.length;
    this.lastMoved = performance.now();
    if (socket.destroyed) return;
    if (packet.length > 0) socket.write(packet);
    else socket.end();
  }
}

// Listens on a free port for what the server on `port` answers. A new connection costs a round trip before it is used.
export async function slowLink(port, { roundTrip, down, up }) {
  const lanes = { down: new Lane(down, roundTrip / 2), up: new Lane(up, roundTrip / 2) };
  const join = (from, to, lane) => {
    const connection = lane.to(to);
    from.on("data", (data) => lane.write(connection, data));
    from.on("end", () => lane.end(connection));
    from.on("error", () => to.destroy());
  };
  const listener = createServer({ allowHalfOpen: true }, (browser) => {
    browser.setNoDelay(true);
    const server = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    join(server, browser, lanes.down);
    setTimeout(() => join(browser, server, lanes.up), roundTrip);
  });
  await new Promise((resolve) => listener.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${listener.address().port}/`,
    // Bytes that have come down so far, with the headers of the answers.
    received: () => lanes.down.bytes,
    idleFor: () => performance.now() - Math.max(lanes.down.lastMoved, lanes.up.lastMoved),
    close: () => listener.close(),
  };
}
