// The newest search. Every earlier one is given up, whatever order their answers arrive in.
import { ask } from './ask.js';

/**
 * @typedef {{id: string, place: string, number: number, domain: string, audience: string, service: string, content: string,
 *   title?: string | null, summary?: string | null, departments: string[], reasons: string[], doubtful: boolean}} Row
 * @typedef {{value: string, name: string, count: number}} Facet
 * @typedef {{edition: string, total: number, marks: string[], rows: Row[], places: Facet[], domains: Facet[],
 *   circumstances: Facet[], departments: Facet[]}} Found
 */

const RETRY_MS = 2000;

export class Search {
  /**
   * @param {() => Record<string, string>} asked what is looked for, when the search is sent
   * @param {(found: Found) => void} onFound
   * @param {() => void} onBusy the host does not answer; it is asked again
   */
  constructor(asked, onFound, onBusy) {
    this.asked = asked;
    this.onFound = onFound;
    this.onBusy = onBusy;
    /** What the last search that was answered found. @type {Found | undefined} */
    this.found = undefined;
    /** Over when the newest search is. @type {Promise<void>} */
    this.newest = Promise.resolve();
    /** @type {AbortController | undefined} */
    this.running = undefined;
  }

  /** Begins a search in place of the one under way. */
  begin() {
    this.running?.abort();
    this.running = new AbortController();
    this.newest = this.run(this.running.signal);
  }

  /** What the newest search finds, however many are begun in the meantime. */
  async settled() {
    let waited;
    do {
      waited = this.newest;
      await waited;
    } while (waited !== this.newest);
    return this.found;
  }

  /** @param {AbortSignal} signal */
  async run(signal) {
    while (!signal.aborted) {
      let found;
      try {
        found = /** @type {Found} */ (await ask('/console/api/search', { method: 'POST', body: new URLSearchParams(this.asked()), signal }));
      } catch {
        if (signal.aborted) return;
        this.onBusy();
        await passed(RETRY_MS, signal);
        continue;
      }
      if (signal.aborted) return;
      this.found = found;
      return this.onFound(found);
    }
  }
}

/** Over after some time, or when it is no longer waited for. @param {number} milliseconds @param {AbortSignal} signal */
function passed(milliseconds, signal) {
  return new Promise(done => {
    setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
  });
}
