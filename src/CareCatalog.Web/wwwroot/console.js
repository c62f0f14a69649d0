// The console: search as one types, the caller's strip, the keys, and which page is shown.
import { all, at, keep, language, make, settings, speak, word } from './page.js';
import { compare } from './compare.js';
import { row, rowKeys } from './row.js';
import { unanswered } from './unanswered.js';

/**
 * @typedef {{id: string, place: string, number: number, domain: string, audience: string, service: string, content: string,
 *   departments: string[], reasons: string[], doubtful: boolean}} Row
 * @typedef {{value: string, name: string, count: number}} Facet
 * @typedef {{edition: string, total: number, marks: string[], rows: Row[], places: Facet[], domains: Facet[],
 *   circumstances: Facet[], departments: Facet[]}} Found
 */

const FACETS = /** @type {const} */ ([['place', 'places'], ['domain', 'domains'], ['circumstance', 'circumstances'], ['department', 'departments']]);
const RETRY_MS = 2000;

const search = /** @type {HTMLInputElement} */ (at('search'));
const results = at('results');

/** @type {Record<string, string>} */
const chosen = {};

/** @type {Found | undefined} */
let found;
let active = -1;
/** @type {AbortController | undefined} */
let running;

/** @param {string} path @param {RequestInit} [options] */
export async function ask(path, options) {
  const response = await fetch(path, { cache: 'no-store', ...options });
  if (response.status === 401) {
    tell(word('signed-out'));
    location.assign(`/console/sign-in?ReturnUrl=${encodeURIComponent(location.pathname)}`);
  }
  if (!response.ok) throw Object.assign(new Error(`${response.status}`), { status: response.status });
  return response.json();
}

/** @param {string} text */
export function tell(text) {
  const told = at('told');
  told.textContent = text;
  setTimeout(() => { if (told.textContent === text) told.textContent = ''; }, 3000);
}

function circumstances() {
  return all('#caller-circumstances input:checked').map(box => /** @type {HTMLInputElement} */ (box).value);
}

async function find() {
  running?.abort();
  const mine = running = new AbortController();
  const body = new URLSearchParams({
    q: search.value, ...chosen,
    at: /** @type {HTMLSelectElement} */ (at('caller-place')).value,
    ages: /** @type {HTMLInputElement} */ (at('caller-ages')).value.replace(/[，、\s]+/g, ','),
    circumstances: circumstances().join(','),
  });
  try {
    found = /** @type {Found} */ (await ask('/console/api/search', { method: 'POST', body, signal: mine.signal }));
    if (mine === running) draw();
  } catch {
    if (mine.signal.aborted) return;
    at('count').textContent = word('busy');
    setTimeout(() => { if (mine === running) find(); }, RETRY_MS);
  }
}

function draw() {
  if (!found) return;
  const { rows, total, marks } = found;
  at('count').textContent = total === 0 ? word('found-none')
    : word(total > rows.length ? 'found-first' : 'found', { count: total, shown: rows.length });
  results.replaceChildren(...rows.map((hit, index) => option(hit, index, marks)));
  search.setAttribute('aria-expanded', String(rows.length > 0));
  drawFacets(found);
  choose(rows.length && search.value ? 0 : -1);
}

/** @param {Row} hit @param {number} index @param {string[]} marks */
function option(hit, index, marks) {
  const made = make('li', 'hit',
    make('div', 'head', make('span', 'place', hit.place), make('span', 'number', word('number', { number: hit.number })),
      make('strong', '', ...marked(hit.service, marks)), hit.doubtful ? make('span', 'doubtful', word('doubtful')) : null),
    make('div', 'who', ...marked(hit.audience, marks), ' · ', ...marked(hit.departments.join(word('list-separator')), marks)),
    make('div', 'what', ...marked(around(hit.content, marks), marks)),
    hit.reasons.length ? make('div', 'why', word('reason-lead'), hit.reasons.map(reason => word(`reason-${reason}`)).join(word('list-separator'))) : null);
  made.id = `hit-${index}`;
  made.setAttribute('role', 'option');
  made.setAttribute('aria-selected', 'false');
  made.addEventListener('click', () => open(hit.id));
  return made;
}

/** The words of the search in a text, marked. @param {string} text @param {string[]} marks @returns {(string | Node)[]} */
export function marked(text, marks) {
  const words = marks.filter(mark => mark.length > 0).map(mark => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (!words.length) return [text];
  return text.split(new RegExp(`(${words.join('|')})`, 'gi')).map((piece, at) => at % 2 ? make('mark', '', piece) : piece);
}

/** A stretch of a long text round the first mark. @param {string} text @param {string[]} marks */
function around(text, marks) {
  const first = Math.min(...marks.map(mark => text.indexOf(mark)).filter(at => at >= 0), text.length);
  const from = first === text.length || first < 60 ? 0 : first - 30;
  return (from ? '…' : '') + text.slice(from, from + 120) + (text.length > from + 120 ? '…' : '');
}

/** @param {Found} given */
function drawFacets(given) {
  const held = document.activeElement?.id;
  at('facets').replaceChildren(...FACETS.map(([name, field]) => {
    const select = make('select', '');
    select.id = `facet-${name}`;
    select.append(new Option(word('facet-all'), ''));
    for (const facet of given[field]) select.append(new Option(`${facet.name} (${facet.count})`, facet.value));
    if (chosen[name] && !given[field].some(facet => facet.value === chosen[name])) select.append(new Option(chosen[name], chosen[name]));
    select.value = chosen[name] ?? '';
    select.addEventListener('change', () => { chosen[name] = select.value; find(); });
    return make('label', select.value ? 'set' : '', make('span', '', word(`facet-${name}`)), select);
  }));
  if (held?.startsWith('facet-')) at(held)?.focus();
}

/** @param {number} index */
function choose(index) {
  active = index;
  for (const [at, hit] of [...results.children].entries()) hit.setAttribute('aria-selected', String(at === index));
  if (index >= 0) {
    search.setAttribute('aria-activedescendant', `hit-${index}`);
    results.children[index]?.scrollIntoView({ block: 'nearest' });
  } else {
    search.removeAttribute('aria-activedescendant');
  }
}

/** @param {string} id */
function open(id) {
  history.pushState(null, '', `/console/rows/${id}${found ? `?edition=${found.edition}` : ''}`);
  route();
}

function route() {
  const path = location.pathname;
  const shown = at('shown');
  const id = /^\/console\/rows\/([\d-]+)$/.exec(path)?.[1];
  const page = id ? 'row' : path === '/console/compare' ? 'compare' : path === '/console/unanswered' ? 'unanswered' : 'search';
  document.body.dataset.page = page;
  for (const tab of all('#tabs a')) {
    if (tab.getAttribute('href') === (page === 'row' ? '/console' : path)) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  if (page === 'search') shown.replaceChildren(make('p', 'quiet', word('start')));
  if (id) row(shown, id, found?.marks ?? []);
  if (page === 'compare') compare(shown);
  if (page === 'unanswered') unanswered(shown);
}

/** Forgets the caller, for the next one. */
function next() {
  /** @type {HTMLSelectElement} */ (at('caller-place')).value = '';
  /** @type {HTMLInputElement} */ (at('caller-ages')).value = '';
  for (const box of all('#caller-circumstances input')) /** @type {HTMLInputElement} */ (box).checked = false;
  at('caller-circumstances').removeAttribute('open');
  for (const name of Object.keys(chosen)) delete chosen[name];
  search.value = '';
  history.pushState(null, '', '/console');
  route();
  stripChanged();
  tell(word('caller-cleared'));
  search.focus();
}

function stripChanged() {
  const count = circumstances().length;
  at('caller-held').textContent = count ? `(${count})` : '';
  find();
}

/** The places and circumstances to choose from: those of the whole edition. */
async function fillStrip() {
  const whole = /** @type {Found} */ (await ask('/console/api/search', { method: 'POST', body: new URLSearchParams() }));
  const place = /** @type {HTMLSelectElement} */ (at('caller-place'));
  const value = place.value;
  place.replaceChildren(new Option(word('caller-place-any'), ''), ...whole.places.filter(facet => facet.value !== '000000').map(facet => new Option(facet.name, facet.value)));
  place.value = value;
  const held = circumstances();
  at('caller-circumstances').querySelector('div')?.replaceChildren(...whole.circumstances.map(facet => {
    const box = make('input', '');
    box.type = 'checkbox';
    box.value = facet.value;
    box.checked = held.includes(facet.value);
    box.addEventListener('change', stripChanged);
    return make('label', '', box, facet.name);
  }));
}

function dress() {
  document.documentElement.classList.toggle('dense', settings.dense === true);
  at('dense').setAttribute('aria-pressed', String(settings.dense === true));
  at('keys').querySelector('ul')?.replaceChildren(...word('keys-list').split('|').map(key => make('li', '', key)));
}

function help() {
  at('keys').hidden = !at('keys').hidden;
  at('help').setAttribute('aria-expanded', String(!at('keys').hidden));
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.altKey && !event.ctrlKey) {
    const place = { Digit1: 'facet-place', Digit2: 'facet-domain' }[event.code];
    if (place) { event.preventDefault(); at(place)?.focus(); }
    if (event.code === 'KeyN') { event.preventDefault(); next(); }
    return;
  }
  if (event.ctrlKey || event.metaKey) return;
  const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
  if (event.key === 'Escape') { search.focus(); search.select(); return; }
  if (typing) return;
  if (event.key === '/') { event.preventDefault(); search.focus(); search.select(); }
  else if (event.key === '?') help();
  else if (document.body.dataset.page === 'row') rowKeys(event);
}

search.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229) return;
  const last = results.children.length - 1;
  if (event.key === 'ArrowDown' && last >= 0) choose(Math.min(last, active + 1));
  else if (event.key === 'ArrowUp' && last >= 0) choose(Math.max(0, active - 1));
  else if (event.key === 'Enter' && found) enter();
  else return;
  event.preventDefault();
});

/** Enter opens the row chosen; when the answer to the last key is still on its way, it waits for it. */
async function enter() {
  if (pending) {
    clearTimeout(pending);
    pending = undefined;
    await find();
  } else if (searching) {
    await searching;
  }
  const hit = found?.rows[Math.max(0, active)];
  if (hit) open(hit.id);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pending;
/** @type {Promise<void> | undefined} */
let searching;

function typed() {
  clearTimeout(pending);
  pending = setTimeout(() => { pending = undefined; searching = find(); }, 30);
}

search.addEventListener('input', event => { if (!(/** @type {InputEvent} */ (event).isComposing)) typed(); });
search.addEventListener('compositionend', typed);
document.addEventListener('keydown', onKey);
addEventListener('popstate', route);
document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== location.origin || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!/^\/console(\/rows\/.*|\/compare|\/unanswered)?$/.test(link.pathname)) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  route();
});
at('next').addEventListener('click', next);
at('help').addEventListener('click', help);
at('dense').addEventListener('click', () => { keep({ dense: !settings.dense }); dress(); });
at('caller-place').addEventListener('change', stripChanged);
at('caller-ages').addEventListener('input', stripChanged);
at('language').addEventListener('click', async () => {
  keep({ language: word('language-other-code') });
  await begin();
});

async function begin() {
  await speak(language(), 'console');
  dress();
  route();
  await Promise.all([fillStrip(), find()]);
}

await begin();