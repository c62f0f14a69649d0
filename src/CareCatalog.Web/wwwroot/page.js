// What a page needs before anything is said: its words, its settings, its elements. Text is only ever set as text.

/** @typedef {Record<string, string>} Words */
/** @typedef {{language?: string, size?: number, dense?: boolean}} Settings */

const KEPT = 'carecatalog.settings';

/** @type {Words} */
let words = {};

/** @type {Settings} */
export const settings = readSettings();

/** The language of the page: as chosen on this device, else the browser's. */
export function language() {
  return settings.language ?? (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en-US');
}

/**
 * Reads the words of a language and puts them where the page names them.
 * @param {string} chosen @param {string} file
 */
export async function speak(chosen, file) {
  const response = await fetch(`/words/${chosen}/${file}.json`);
  if (!response.ok) throw new Error(`${response.status}`);
  words = await response.json();
  document.documentElement.lang = chosen;
  document.title = words.title;
  for (const place of all('[data-word]')) place.textContent = word(place.dataset.word ?? '');
  for (const place of all('[data-label]')) place.setAttribute('aria-label', word(place.dataset.label ?? ''));
  for (const place of all('[data-hint]')) place.setAttribute('placeholder', word(place.dataset.hint ?? ''));
}

/**
 * A word or sentence of the page, with its placeholders filled in.
 * @param {string} key @param {Record<string, string | number>} [values]
 */
export function word(key, values = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {Partial<Settings>} changed */
export function keep(changed) {
  Object.assign(settings, changed);
  store(() => localStorage.setItem(KEPT, JSON.stringify(settings)));
}

export function forgetSettings() {
  for (const name of Object.keys(settings)) delete settings[/** @type {keyof Settings} */ (name)];
  store(() => localStorage.removeItem(KEPT));
}

/** @param {() => void} write storage may be full or forbidden; then nothing is kept */
export function store(write) {
  try { write(); } catch { /* the page works without */ }
}

/** @template {HTMLElement} T @param {string} id @returns {T} */
export function at(id) {
  return /** @type {T} */ (document.getElementById(id));
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
export function all(selector, within = document) {
  return [...within.querySelectorAll(selector)].filter(element => element instanceof HTMLElement);
}

/**
 * An element with a class and what stands in it; strings become text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {string} name @param {...(Node | string | null | undefined)} within
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, name, ...within) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...within.filter(part => part !== null && part !== undefined));
  return element;
}

/** An element with a text as a list prints it. @type {typeof make} */
export function printed(tag, name, ...within) {
  const element = make(tag, name, ...within);
  element.lang = 'zh-CN';
  return element;
}

/** @param {string} text */
export async function copied(text) {
  if (navigator.clipboard && isSecureContext) return navigator.clipboard.writeText(text);
  const area = make('textarea', 'unseen', text);
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** What may be wider than the screen, and is then moved by keys. @param {string} title @param {HTMLElement} within */
export function wide(title, within) {
  const made = make('div', 'wide', within);
  made.tabIndex = 0;
  made.setAttribute('role', 'region');
  made.setAttribute('aria-label', title);
  return made;
}

/** @param {string} title @param {() => void} act @param {string} [name] */
export function button(title, act, name = '') {
  const made = make('button', name, title);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}

/** @returns {Settings} */
function readSettings() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    return kept && typeof kept === 'object' ? kept : {};
  } catch {
    return {};
  }
}
