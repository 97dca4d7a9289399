// What is asked of the program and of the explorer, and answered by a message.

// Who asks waits so long at most, in milliseconds: some files of the program may not be there.
const LONGEST = 60_000;

// A promise that is broken where it has not been kept in time.
function inTime(promise) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The calculator does not answer.")), LONGEST);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Asking {
  #around;
  // Who waits for the program to tell of its numbers: for the first time, and for the next.
  #begin;
  #begun = new Promise((resolve) => { this.#begin = resolve; });
  #waiting = [];
  // What was asked of the explorer, by its number.
  #number = 0;
  #asked = new Map();

  // See pipeline-lever.js for what is around.
  constructor(around) {
    this.#around = around;
  }

  // Tells the program something.
  say(message) {
    const port = this.#around.host()?.explorer;
    if (!port?.onmessage) throw new Error("The element is not on a page, or its program does not run.");
    port.onmessage(message);
  }

  // Kept once the program has told of the numbers that it has now. Who speaks of a state before the first is told of the
  // present one at once.
  async present() {
    await inTime(this.#begun);
    const told = new Promise((resolve) => this.#waiting.push(resolve));
    this.say({ generation: -1 });
    await inTime(told);
  }

  // Kept with what the explorer has for the present numbers; broken for that reason where it has nothing.
  async ask(what, parts, reason) {
    await this.present();
    const ask = this.#number += 1;
    const answered = new Promise((resolve, reject) => this.#asked.set(ask, { resolve, reject, reason }));
    this.#around.host()?.explorer.post({ ...parts, ask, what });
    return inTime(answered).finally(() => this.#asked.delete(ask));
  }

  // The same of what is drawn: where it does not show there is no size to draw it with.
  async askOfShown(what, parts, reason) {
    const { element } = this.#around;
    if (element.matches(':is([mode="compact"], [mode="result"], [hide~="more"])')) {
      throw new Error("What can be explored does not show here: see the attributes mode and hide.");
    }
    return this.ask(what, parts, reason);
  }

  // The program has told of its numbers.
  told() {
    this.#begin();
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }

  // The explorer answers.
  answered({ asked, text, file }) {
    const found = file ?? text;
    const waiting = this.#asked.get(asked);
    if (found === undefined) waiting?.reject(new Error(waiting.reason));
    else waiting?.resolve(found);
  }

  // The explorer has stopped, or cannot be had.
  lost() {
    for (const { reject } of this.#asked.values()) reject(new Error("What can be explored is not there, or has stopped."));
  }
}
