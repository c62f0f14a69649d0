// The chat page: what is said, the buttons under it, and what steers the talk.
import { card, heard, tools } from './card.js';
import { Line } from './line.js';
import { all, at, button, forgetSettings, keep, language, make, settings, speak, word } from './page.js';
import { welcome } from './welcome.js';

/** @typedef {import('./line.js').Activity} Activity */

const EXIT = 'https://www.baidu.com/';
const HEARD_MS = 2000;
const SIZES = 3;

const talk = at('talk');
const field = /** @type {HTMLInputElement} */ (at('text'));
const params = new URLSearchParams(location.search);

/** Messages of this page that have not come back from the host, by name. @type {Map<string, HTMLElement>} */
const unseen = new Map();

let state = 'connecting';
let begun = false;

const line = new Line(show, tell, begin, language);

/** @param {boolean} expired */
function begin(expired) {
  // What was typed and not yet answered stays: it opens the next conversation.
  const waiting = [...unseen.values()];
  for (const turn of [...talk.children]) if (!waiting.includes(/** @type {HTMLElement} */ (turn))) turn.remove();
  if (expired) talk.prepend(make('li', 'note', word('ended')));
  at('leave').hidden = true;
  begun = waiting.length > 0;
}

/** @param {string} now */
function tell(now) {
  state = now;
  const key = now === 'offline' && navigator.onLine ? 'unreachable' : now;
  at('state').textContent = key === 'online' ? '' : word(`state-${key}`);
}

/** @param {Activity} activity */
function show(activity) {
  if (activity.type !== 'message') return;
  const mine = activity.from.role === 'user';
  const name = activity.channelData?.clientActivityID;
  if (mine && name && unseen.has(name)) return settle(name);
  if (mine) {
    begun = true;
    add('user', make('p', 'said', activity.text ?? ''));
    return;
  }
  answer(activity);
}

/** @param {Activity} activity */
function answer(activity) {
  const reply = activity.channelData?.reply ?? { outcome: 'answered', language: 'zh', text: activity.text ?? '' };
  const greeting = !begun && reply.outcome === 'smalltalk';
  for (const old of all('.choices button, .ways button', talk)) disable(old);
  for (const old of all('.bot .tools', talk)) old.hidden = true;
  const asked = talk.lastElementChild;
  const turn = add('bot', card(reply));
  const titles = activity.suggestedActions?.actions ?? [];
  if (greeting) turn.append(welcome(say, field, params.has('embed')));
  else if (titles.length) turn.append(make('div', 'choices', ...titles.map(action => button(action.title, () => say(action.value)))));
  if (reply.matches?.length || reply.passagesFirst) turn.append(tools(asked instanceof HTMLElement && asked.matches('.user') ? [asked, turn] : [turn], reply));
  if (reply.outcome === 'crisis') at('leave').hidden = false;
  hear(heard(reply));
}

/** @param {string} text */
function hear(text) {
  const place = at('heard');
  place.textContent = text;
  setTimeout(() => { if (place.textContent === text) place.textContent = ''; }, HEARD_MS);
}

/** @param {string} kind @param {HTMLElement} said */
function add(kind, said) {
  const turn = make('li', kind);
  if (kind === 'user') turn.append(make('span', 'unseen', word('you-said')));
  turn.append(said);
  // An answer is read from its beginning, under the question it answers.
  const before = talk.lastElementChild;
  talk.append(turn);
  if (kind === 'user') turn.scrollIntoView({ block: 'end' });
  else (before instanceof HTMLElement && before.offsetHeight < innerHeight / 4 ? before : turn).scrollIntoView({ block: 'start' });
  return turn;
}

/** @param {string} text */
function say(text) {
  for (const old of all('.choices button, .ways button', talk)) disable(old);
  const name = newName();
  begun = true;
  const turn = add('user', make('p', 'said', text));
  unseen.set(name, turn);
  send(turn, text, name);
}

/** @param {HTMLElement} old */
function disable(old) {
  /** @type {HTMLButtonElement} */ (old).disabled = true;
}

/** @param {HTMLElement} turn @param {string} text @param {string} name */
async function send(turn, text, name) {
  turn.classList.add('sending');
  const slow = setTimeout(() => { if (state === 'online') at('state').textContent = word('state-thinking'); }, 600);
  try {
    await line.send(text, name);
  } catch {
    if (unseen.has(name)) offerAgain(turn, text, name);
  } finally {
    clearTimeout(slow);
    tell(state);
  }
}

/** @param {HTMLElement} turn @param {string} text @param {string} name */
function offerAgain(turn, text, name) {
  turn.classList.remove('sending');
  const note = make('p', 'note', word('not-sent'), ' ', button(word('resend'), () => { note.remove(); send(turn, text, name); }));
  turn.append(note);
  note.scrollIntoView({ block: 'end' });
}

/** @param {string} name */
function settle(name) {
  const turn = unseen.get(name);
  unseen.delete(name);
  turn?.classList.remove('sending');
  turn?.querySelector('.note')?.remove();
}

function newName() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts the letters of the chosen size on the page. */
function resize() {
  const size = settings.size ?? 0;
  document.documentElement.dataset.size = String(size);
  at('size').setAttribute('aria-pressed', String(size > 0));
  at('size').title = word(`size-level-${size}`);
}

function restart() {
  unseen.clear();
  at('menu').removeAttribute('open');
  line.begin();
  field.focus();
}

async function switchLanguage() {
  keep({ language: word('language-other-code') });
  await speak(language(), 'screens');
  tell(state);
  resize();
  if (begun) say(word('language-message'));
  else restart();
}

async function clearDevice() {
  forgetSettings();
  line.forget();
  // Gone at once, also where the network is.
  talk.replaceChildren();
  resize();
  await speak(language(), 'screens').catch(() => undefined);
  restart();
  at('state').textContent = word('cleared');
}

/** Leaves nothing of the talk on the screen, the device or the way back. */
function leave() {
  talk.replaceChildren();
  line.forget();
  location.replace(EXIT);
}

at('ask').addEventListener('submit', event => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  field.value = '';
  say(text);
});

// Enter that ends a composition chooses a word; it does not send.
field.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
});

let escaped = 0;
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  at('menu').removeAttribute('open');
  if (!at('leave').hidden && event.timeStamp - escaped < 800) leave();
  escaped = event.timeStamp;
});

document.addEventListener('click', event => {
  if (!at('menu').contains(/** @type {Node} */ (event.target))) at('menu').removeAttribute('open');
});

at('restart').addEventListener('click', restart);
at('clear').addEventListener('click', clearDevice);
at('print').addEventListener('click', () => { at('menu').removeAttribute('open'); print(); });
at('exit').addEventListener('click', leave);
at('language').addEventListener('click', switchLanguage);
at('size').addEventListener('click', () => { keep({ size: ((settings.size ?? 0) + 1) % SIZES }); resize(); });
at('close').addEventListener('click', () => parent.postMessage('carecatalog:close', '*'));
addEventListener('online', () => line.renewLine());
addEventListener('offline', () => tell('offline'));
document.addEventListener('visibilitychange', () => { if (!document.hidden) line.wake(); });

const asked = params.get('lang');
if (asked === 'zh-CN' || asked === 'en-US') keep({ language: settings.language ?? asked });
at('close').hidden = !params.has('embed');
document.documentElement.classList.toggle('embed', params.has('embed'));
await open();

/** Reads the words, however often it takes, and comes back to the talk. */
async function open() {
  resize();
  while (true) {
    try {
      await speak(language(), 'screens');
      break;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
  resize();
  await line.open();
}
