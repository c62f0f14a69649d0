// One conversation over Direct Line 3.0.
import { store } from './page.js';
import { Stream } from './stream.js';

/**
 * @typedef {{id: string, type: string, text?: string, locale?: string, from: {id: string, role?: string},
 *   channelData?: {clientActivityID?: string, reply?: import('./card.js').Reply}, suggestedActions?: {actions: {title: string, value: string}[]}}} Activity
 * @typedef {'connecting' | 'online' | 'offline'} State
 * @typedef {{conversationId: string, token: string, expires_in: number, streamUrl: string}} Given
 */

const BASE = '/v3/directline';
const KEPT = 'carecatalog.conversation';
const LONGEST_WAIT_MS = 15000;

export class Line {
  /**
   * @param {(activity: Activity) => void} onActivity called once for each activity, in order
   * @param {(state: State) => void} onState
   * @param {(expired: boolean) => void} onBegin called when a conversation begins anew
   * @param {() => string} language the language of the page
   */
  constructor(onActivity, onState, onBegin, language) {
    this.onActivity = onActivity;
    this.onState = onState;
    this.onBegin = onBegin;
    this.language = language;
    this.id = '';
    this.token = '';
    this.watermark = '0';
    /** @type {Stream | undefined} */
    this.stream = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.refresh = undefined;
    /** What is to be tried again, and when. @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = undefined;
    /** @type {(() => void) | null} */
    this.attempt = null;
    /** Counts conversations, so that what belongs to an earlier one is passed over. */
    this.turn = 0;
    this.failures = 0;
    /** @type {Promise<void> | null} */
    this.opening = null;
  }

  /** Comes back to the conversation kept on this device for the tab, or begins one. */
  async open() {
    const kept = read();
    if (!kept) return this.begin();
    this.token = kept.token;
    this.id = kept.id;
    this.watermark = '0';
    return this.reconnect(++this.turn);
  }

  /** Begins a conversation. @param {boolean} [expired] whether an earlier one has ended by itself */
  async begin(expired = false) {
    const turn = ++this.turn;
    this.forget();
    this.stream?.close();
    this.watermark = '0';
    this.onBegin(expired);
    this.onState('connecting');
    this.opening = this.start(turn);
    return this.opening;
  }

  /** Leaves nothing of the conversation on this device. */
  forget() {
    this.token = '';
    clearTimeout(this.refresh);
    store(() => sessionStorage.removeItem(KEPT));
  }

  /** After sleep: what waits is tried at once, and a line that only looks open is renewed. */
  wake() {
    if (this.attempt) this.attempt();
    else if (this.stream?.isSilent) this.renewLine();
  }

  /** After a break of the network, whatever the line looks like. */
  renewLine() {
    if (this.attempt) this.attempt();
    else if (this.stream) this.reconnect(this.turn);
  }

  /** @param {number} turn */
  async start(turn) {
    try {
      this.token = (await this.call('POST', '/api/v1/chat/token')).token;
      const started = await this.call('POST', `${BASE}/conversations`, { locale: this.language() });
      if (turn !== this.turn) return;
      this.accept(started);
      this.listen(started.streamUrl, turn);
    } catch {
      this.again(turn, () => this.start(turn));
    }
  }

  /**
   * Sends a message; resolves when it is stored.
   * @param {string} text
   * @param {string} name under which it is taken once, however often it is sent
   */
  async send(text, name) {
    const activity = { type: 'message', text, locale: this.language(), channelData: { clientActivityID: name } };
    await this.opening;
    if (!this.token) throw new Error('The conversation has not begun.');
    try {
      await this.call('POST', `${BASE}/conversations/${this.id}/activities`, activity);
    } catch (failure) {
      if (statusOf(failure) !== 403 && statusOf(failure) !== 404) throw failure;
      // The conversation has ended in the meantime: the question opens the next one.
      await this.begin(true);
      await this.call('POST', `${BASE}/conversations/${this.id}/activities`, activity);
    }
  }

  /** @param {number} turn */
  async reconnect(turn) {
    this.stream?.close();
    this.onState('connecting');
    try {
      const found = await this.call('GET', `${BASE}/conversations/${this.id}?watermark=${this.watermark}`);
      if (turn !== this.turn) return;
      this.accept(found);
      this.listen(found.streamUrl, turn);
    } catch (failure) {
      if (turn !== this.turn) return;
      if (statusOf(failure) === 403 || statusOf(failure) === 404) await this.begin(true);
      else this.again(turn, () => this.reconnect(turn));
    }
  }

  /** @param {string} url @param {number} turn */
  listen(url, turn) {
    this.stream = new Stream(
      url,
      () => this.call('GET', `${BASE}/conversations/${this.id}/activities?watermark=${this.watermark}`),
      set => this.take(set),
      () => { this.failures = 0; this.onState('online'); },
      () => this.again(turn, () => this.reconnect(turn)));
  }

  /** @param {import('./stream.js').ActivitySet} set */
  take(set) {
    // A set that was sent again is passed over.
    if (Number(set.watermark) <= Number(this.watermark)) return;
    this.watermark = set.watermark;
    set.activities.forEach(activity => this.onActivity(activity));
  }

  /** @param {Omit<Given, 'streamUrl'>} given */
  accept(given) {
    this.id = given.conversationId;
    this.token = given.token;
    store(() => sessionStorage.setItem(KEPT, JSON.stringify({ id: this.id, token: this.token })));
    clearTimeout(this.refresh);
    this.refresh = setTimeout(() => this.renew(this.turn), given.expires_in * 500);
  }

  /** @param {number} turn */
  async renew(turn) {
    try {
      const given = await this.call('POST', `${BASE}/tokens/refresh`);
      if (turn === this.turn) this.accept(given);
    } catch (failure) {
      if (!statusOf(failure) && turn === this.turn) this.refresh = setTimeout(() => this.renew(turn), LONGEST_WAIT_MS);
    }
  }

  /** @param {number} turn @param {() => void} attempt */
  again(turn, attempt) {
    if (turn !== this.turn) return;
    this.onState('offline');
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** this.failures++) * (0.5 + Math.random());
    const once = () => {
      clearTimeout(this.waiting);
      this.attempt = null;
      if (turn === this.turn) attempt();
    };
    this.attempt = once;
    this.waiting = setTimeout(once, wait);
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  async call(method, path, body) {
    /** @type {Record<string, string>} */
    const headers = {};
    if (this.token) headers.Authorization = `Bearer ${this.token}`;
    if (body) headers['Content-Type'] = 'application/json';
    const response = await fetch(path, { method, headers, body: body && JSON.stringify(body), cache: 'no-store' });
    if (!response.ok) throw Object.assign(new Error(`${response.status}`), { status: response.status });
    return response.json();
  }
}

/** @param {unknown} failure */
function statusOf(failure) {
  return /** @type {{status?: number}} */ (failure).status;
}

/** @returns {{id: string, token: string} | null} */
function read() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  } catch {
    return null;
  }
}
