// The coverage matrix: every place with a list by every national service, each cell with a sign and a word.
import { all, button, make, printed, wide, word } from '../page.js';
import { read } from './ask.js';

/**
 * @typedef {import('./search.js').Row} Row
 * @typedef {{standing: string, rows: Row[], added: string[], missing: string[], note: string, reviewed: boolean}} Cell
 * @typedef {{standing: string, sign: string, word: string}} Standing
 * @typedef {{code: string, name: string}} Place
 * @typedef {{edition: string, places: Place[], lines: {nation: Row, cells: Cell[]}[], legend: Standing[]}} Comparison
 */

/** Places side by side at once. */
const AT_ONCE = 12;

export async function coverage() {
  const { places } = /** @type {{places: Place[]}} */ (await read('/console/api/choices'));
  const from = Math.min(Math.max(0, Math.trunc(Number(new URLSearchParams(location.search).get('from'))) || 0), Math.max(0, places.length - 1));
  const some = places.slice(from, from + AT_ONCE);
  const given = /** @type {Comparison} */ (await read('/console/api/compare', { places: some.map(place => place.code).join(',') }));
  const grid = table(given);
  grid.addEventListener('keydown', event => move(grid, event));
  return [
    make('h2', '', word('tab-coverage')), make('p', 'quiet hint', word('coverage-lead')), legend(given.legend),
    ...places.length > AT_ONCE ? [pager(from, places.length)] : [],
    wide(word('tab-coverage'), grid),
    make('p', 'tools', button(word('print'), () => print())), make('p', 'quiet', word('row-edition', { edition: given.edition })),
  ];
}

/** What a standing looks like: the sign, then the word. @param {Standing[]} legend @param {string} standing */
export function standing(legend, standing) {
  const look = legend.find(one => one.standing === standing);
  const sign = make('span', 'sign', look?.sign ?? '');
  sign.setAttribute('aria-hidden', 'true');
  return [sign, ' ', look?.word ?? standing];
}

/** @param {Standing[]} standings */
function legend(standings) {
  return make('ul', 'legend', ...standings.map(one => make('li', `standing ${one.standing}`, ...standing(standings, one.standing))));
}

/** @param {number} from @param {number} count */
function pager(from, count) {
  const to = Math.min(count, from + AT_ONCE);
  /** @param {number} start @param {string} key */
  const step = (start, key) => {
    const link = make('a', '', word(key));
    link.href = `/console/coverage?from=${start}`;
    return link;
  };
  return make('p', 'crumbs', from ? step(Math.max(0, from - AT_ONCE), 'coverage-before') : null,
    make('span', '', word('coverage-range', { from: from + 1, to, count })), to < count ? step(to, 'coverage-after') : null);
}

/** @param {Comparison} given */
function table(given) {
  const head = make('tr', '', ...[word('coverage-service'), ...given.places.map(place => place.name)].map(name => headed('col', name)));
  const lines = given.lines.map(line => make('tr', '', headed('row', ...national(line.nation)),
    ...line.cells.map((cell, at) => make('td', `standing ${cell.standing}`, ...content(given, line.nation, cell, given.places[at])))));
  const sums = make('tr', '', headed('row', word('coverage-sum')), ...given.places.map((_, at) => make('td', 'sum', ...given.legend.map(one =>
    make('div', '', ...standing(given.legend, one.standing), ` ${given.lines.filter(line => line.cells[at].standing === one.standing).length}`)))));
  return make('table', 'coverage', make('thead', '', head), make('tbody', '', ...lines), make('tfoot', '', sums));
}

/** @param {'row' | 'col'} scope @param {...(Node | string)} within */
function headed(scope, ...within) {
  const cell = make('th', '', ...within);
  cell.scope = scope;
  return cell;
}

/** @param {Row} row */
function national(row) {
  const name = row.title ? make('span', '', row.title) : printed('span', '', row.service);
  return [make('div', 'service', make('span', 'number', String(row.number)), linked(`/console/rows/${row.id}`, name))];
}

/** The standing leads to the comparison that says why; the numbers lead to the rows. @param {Comparison} given @param {Row} nation @param {Cell} cell @param {Place} place */
function content(given, nation, cell, place) {
  const why = linked(`/console/compare?id=${nation.id}&places=${place.code}`, ...standing(given.legend, cell.standing));
  why.className = 'why-so';
  const rows = cell.rows.map(row => {
    const link = linked(`/console/rows/${row.id}`, String(row.number));
    link.title = `${word('number', { number: row.number })} ${row.title ?? row.service}`;
    link.setAttribute('aria-label', link.title);
    return link;
  });
  return [why, make('span', 'rows', ...rows.flatMap((row, at) => at ? [' ', row] : [row]))];
}

/** @param {string} href @param {...(Node | string)} within */
function linked(href, ...within) {
  const link = make('a', '', ...within);
  link.href = href;
  return link;
}

/** The arrow keys go from cell to cell, Home and End along the line. @param {HTMLTableElement} grid @param {KeyboardEvent} event */
function move(grid, event) {
  const cell = event.target instanceof Element ? event.target.closest('td, tbody th') : null;
  const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -Infinity], End: [0, Infinity] }[event.key];
  if (!(cell instanceof HTMLTableCellElement) || !step || event.altKey || event.ctrlKey || event.metaKey) return;
  const lines = [...grid.tBodies[0].rows];
  const line = lines[limited(lines.indexOf(/** @type {HTMLTableRowElement} */ (cell.parentElement)) + step[0], lines.length)];
  const target = line.cells[limited(cell.cellIndex + step[1], line.cells.length)];
  event.preventDefault();
  all('a', target)[0]?.focus();
}

/** @param {number} at @param {number} count */
function limited(at, count) {
  return Math.min(count - 1, Math.max(0, at));
}
