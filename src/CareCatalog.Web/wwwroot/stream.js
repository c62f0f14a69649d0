// How activities arrive: over a WebSocket that gives signs of life, or by polling where none can be had.

/** @typedef {{activities: import('./line.js').Activity[], watermark: string}} ActivitySet */

const POLL_MS = 1500;

/** The host gives a sign of life every 15 seconds; a line that is silent for so long only looks open. */
const SILENCE_MS = 40000;

export class Stream {
  /**
   * @param {string} url
   * @param {() => Promise<ActivitySet>} poll asks for what is new
   * @param {(set: ActivitySet) => void} onSet
   * @param {() => void} onLive
   * @param {() => void} onEnd called once, when the line has broken
   */
  constructor(url, poll, onSet, onLive, onEnd) {
    this.poll = poll;
    this.onSet = onSet;
    this.onLive = onLive;
    this.onEnd = onEnd;
    this.ended = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.silence = undefined;
    let opened = false;
    this.socket = new WebSocket(url);
    this.socket.onopen = () => { opened = true; this.hear(); };
    this.socket.onmessage = ({ data }) => this.hear(data ? JSON.parse(data) : undefined);
    this.socket.onclose = () => { if (opened) this.end(); else this.pollOn(); };
    this.heard = Date.now();
    this.listen();
  }

  /** Whether nothing has been heard for so long that the line must have broken. */
  get isSilent() {
    return Date.now() - this.heard > SILENCE_MS;
  }

  /** Ends without a word. */
  close() {
    this.ended = true;
    clearTimeout(this.silence);
    this.socket.close();
  }

  /** @param {ActivitySet} [set] */
  hear(set) {
    if (this.ended) return;
    this.heard = Date.now();
    this.listen();
    this.onLive();
    if (set) this.onSet(set);
  }

  listen() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.end(), SILENCE_MS);
  }

  end() {
    if (this.ended) return;
    this.close();
    this.onEnd();
  }

  async pollOn() {
    while (!this.ended) {
      try {
        this.hear(await this.poll());
      } catch {
        return this.end();
      }
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  }
}
