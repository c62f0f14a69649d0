// Places side by side against the national list; what a place lacks is marked.
import { ask } from './console.js';
import { make, wide, word } from './page.js';

/**
 * @typedef {import('./console.js').Row} Row
 * @typedef {{edition: string, places: string[], lines: {nation: Row, cells: Row[][]}[]}} Comparison
 */

const MOST = 3;

/** The places chosen, by code; kept while the page is open. @type {string[] | undefined} */
let chosen;

/** @param {HTMLElement} shown */
export async function compare(shown) {
  const id = new URLSearchParams(location.search).get('id') ?? '';
  const lists = /** @type {{code: string, name: string}[]} */ (await ask('/api/v1/jurisdictions')).filter(list => list.code !== '000000');
  const own = id.slice(0, 6);
  chosen ??= [...lists.map(list => list.code)].sort((a, b) => Number(b === own) - Number(a === own)).slice(0, MOST);
  const given = /** @type {Comparison} */ (await ask(`/console/api/compare?places=${chosen.join(',')}${id ? `&id=${encodeURIComponent(id)}` : ''}`));
  shown.replaceChildren(
    make('h2', '', word('tab-compare')), make('p', 'quiet', word('compare-lead')), choices(shown, lists), missing(given),
    wide(word('tab-compare'), table(given)), ...id ? [all()] : []);
}

/** @param {HTMLElement} shown @param {{code: string, name: string}[]} lists */
function choices(shown, lists) {
  return make('p', 'choices', ...lists.map(list => {
    const box = make('input', '');
    box.type = 'checkbox';
    box.checked = chosen?.includes(list.code) ?? false;
    box.disabled = !box.checked && (chosen?.length ?? 0) >= MOST;
    box.addEventListener('change', () => {
      chosen = (chosen ?? []).filter(code => code !== list.code).concat(box.checked ? [list.code] : []);
      compare(shown);
    });
    return make('label', '', box, list.name);
  }));
}

/** @param {Comparison} given */
function missing(given) {
  const counts = given.places.map((place, at) => ({ place, count: given.lines.filter(line => line.cells[at].length === 0).length }));
  return make('p', '', counts.filter(one => one.count).map(one => word('compare-missing', one)).join(word('list-separator')));
}

/** @param {Comparison} given */
function table(given) {
  const head = make('tr', '', ...[word('compare-nation'), ...given.places].map(name => {
    const cell = make('th', '', name);
    cell.scope = 'col';
    return cell;
  }));
  const lines = given.lines.map(line => {
    const nation = make('th', '', ...service(line.nation));
    nation.scope = 'row';
    return make('tr', '', nation, ...line.cells.map(rows => rows.length
      ? make('td', '', ...rows.map(row => make('div', '', ...service(row))))
      : make('td', 'missing', word('compare-none'))));
  });
  return make('table', '', make('thead', '', head), make('tbody', '', ...lines));
}

/** @param {Row} row */
function service(row) {
  const link = make('a', '', row.service);
  link.href = `/console/rows/${row.id}`;
  return [make('span', 'number', String(row.number)), ' ', link, make('span', 'who', row.departments.join(word('list-separator')))];
}

function all() {
  const link = make('a', '', word('compare-all'));
  link.href = '/console/compare';
  return make('p', '', link);
}
