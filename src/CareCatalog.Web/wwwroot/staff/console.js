// The console: what its parts do together, which page is shown, and the keys.
import { all, at, keep, language, make, settings, speak, word } from '../page.js';
import { read, tell } from './ask.js';
import { Caller } from './caller.js';
import { compare } from './compare.js';
import { coverage } from './coverage.js';
import { Facets } from './facets.js';
import { Results } from './results.js';
import { row, rowKeys } from './row.js';
import { Search } from './search.js';
import { unanswered } from './unanswered.js';

const field = /** @type {HTMLInputElement} */ (at('search'));
const shown = at('shown');

const results = new Results(at('results'), field, hit => open(hit.id));
const facets = new Facets(at('facets'), find);
const caller = new Caller(find);
const search = new Search(() => ({ q: field.value, language: language(), ...facets.asked, ...caller.asked }), draw, () => { at('count').textContent = word('busy'); });

/** Counts presses of Enter and what takes them back. */
let entered = 0;

/** Counts the pages asked for. */
let routed = 0;

function find() {
  results.expect();
  search.begin();
}

/** @param {import('./search.js').Found} found */
function draw(found) {
  const [count, listed] = [found.total, found.rows.length];
  at('count').textContent = count === 0 ? word('found-none') : word(count > listed ? 'found-first' : 'found', { count, shown: listed });
  results.draw(found, field.value !== '');
  facets.draw(found);
}

function typed() {
  entered++;
  find();
}

/** Enter opens the row chosen; while an answer is on its way, the first row of the newest one. */
async function enter() {
  const mine = ++entered;
  await search.settled();
  if (mine === entered && results.chosen) open(results.chosen.id);
}

/** @param {string} id */
function open(id) {
  history.pushState(null, '', `/console/rows/${id}${search.found ? `?edition=${search.found.edition}` : ''}`);
  route();
}

/** Shows the page of the address; one that comes late, after another was asked for, is passed over. */
async function route() {
  const path = location.pathname;
  const id = /^\/console\/rows\/([\d-]+)$/.exec(path)?.[1];
  const page = id ? 'row' : /^\/console\/(compare|coverage|unanswered)$/.exec(path)?.[1] ?? 'search';
  document.body.dataset.page = page;
  for (const tab of all('#tabs a')) {
    if (tab.getAttribute('href') === (page === 'row' ? '/console' : path)) tab.setAttribute('aria-current', 'page');
    else tab.removeAttribute('aria-current');
  }
  const mine = ++routed;
  const content = await contentOf(page, id ?? '').catch(() => [make('p', 'quiet', word('page-failed'))]);
  if (mine !== routed) return;
  shown.replaceChildren(...content);
  if (page === 'row') {
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {string} page @param {string} id @returns {Promise<Node[]>} */
async function contentOf(page, id) {
  switch (page) {
    case 'row': return row(id, search.found?.marks ?? []);
    case 'compare': return compare(path => { history.replaceState(null, '', path); return route(); });
    case 'coverage': return coverage();
    case 'unanswered': return unanswered();
    default: return [make('p', 'quiet', word('start'))];
  }
}

/** Forgets the caller, for the next one. */
function next() {
  caller.clear();
  facets.clear();
  field.value = '';
  history.pushState(null, '', '/console');
  route();
  find();
  tell(word('caller-cleared'));
  field.focus();
}

function dress() {
  document.documentElement.classList.toggle('dense', settings.dense === true);
  at('dense').setAttribute('aria-pressed', String(settings.dense === true));
  at('account').setAttribute('href', `/console/sign-in?lang=${language()}`);
  at('keys').querySelector('ul')?.replaceChildren(...word('keys-list').split('|').map(key => make('li', '', key)));
}

function help() {
  at('keys').hidden = !at('keys').hidden;
  at('help').setAttribute('aria-expanded', String(!at('keys').hidden));
}

function toField() {
  field.focus();
  field.select();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (isComposing(event) || event.ctrlKey || event.metaKey) return;
  const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
  const act = event.altKey
    ? { Digit1: () => at('facet-place')?.focus(), Digit2: () => at('facet-domain')?.focus(), KeyN: next }[event.code]
    : event.key === 'Escape' ? toField : typing ? undefined : { '/': toField, '?': help, p: () => print() }[event.key];
  if (act) {
    event.preventDefault();
    act();
  } else if (!typing && !event.altKey && document.body.dataset.page === 'row') {
    rowKeys(event);
  }
}

/** @param {KeyboardEvent} event */
function onFieldKey(event) {
  if (isComposing(event)) return;
  const act = { ArrowDown: () => results.move(1), ArrowUp: () => results.move(-1), Enter: enter }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Whether an input method is choosing a word. @param {KeyboardEvent} event */
function isComposing(event) {
  return event.isComposing || event.keyCode === 229;
}

/** Links between the pages of the console change the page in place. @param {MouseEvent} event */
function onClick(event) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== location.origin || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!/^\/console(\/rows\/.*|\/compare|\/coverage|\/unanswered)?$/.test(link.pathname)) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  route();
}

field.addEventListener('keydown', onFieldKey);
field.addEventListener('input', event => { if (!(/** @type {InputEvent} */ (event).isComposing)) typed(); });
field.addEventListener('compositionend', typed);
document.addEventListener('keydown', onKey);
document.addEventListener('click', onClick);
addEventListener('popstate', route);
at('next').addEventListener('click', next);
at('help').addEventListener('click', help);
at('dense').addEventListener('click', () => { keep({ dense: !settings.dense }); dress(); });
at('language').addEventListener('click', () => { keep({ language: word('language-other-code') }); begin(); });

/** Everything in the language of the page. */
async function begin() {
  await speak(language(), 'console');
  dress();
  find();
  route();
  caller.offer(await read('/console/api/choices'));
}

await begin();
