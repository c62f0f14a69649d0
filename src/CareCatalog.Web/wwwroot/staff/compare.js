// Up to three places side by side against the national list; what a place lacks is marked.
import { button, make, printed, wide, word } from '../page.js';
import { read } from './ask.js';
import { standing } from './coverage.js';

/**
 * @typedef {import('./search.js').Row} Row
 * @typedef {import('./coverage.js').Comparison} Comparison
 * @typedef {import('./coverage.js').Cell} Cell
 * @typedef {import('./coverage.js').Place} Place
 */

const MOST = 3;

/** @param {(path: string) => Promise<void>} go shows another comparison in place of this one */
export async function compare(go) {
  const asked = new URLSearchParams(location.search);
  const id = asked.get('id') ?? '';
  const { places } = /** @type {{places: Place[]}} */ (await read('/console/api/choices'));
  const chosen = choose(places, asked.get('places'), id.slice(0, 6));
  const given = /** @type {Comparison} */ (await read('/console/api/compare', { places: chosen.join(','), ...id && { id } }));
  return [
    make('h2', '', word('tab-compare')), make('p', 'quiet hint', word('compare-lead')), choices(go, places, chosen, id), missing(given),
    wide(word('tab-compare'), table(given)), ...id ? [all(chosen)] : [], make('p', 'tools', button(word('print'), () => print())),
  ];
}

/** The places of the address, else the row's own and the first others. @param {Place[]} places @param {string | null} asked @param {string} own */
function choose(places, asked, own) {
  const known = places.map(place => place.code);
  const named = asked?.split(',').filter(code => known.includes(code));
  return (named ?? known.sort((a, b) => Number(b === own) - Number(a === own))).slice(0, MOST);
}

/** One choice for each column. @param {(path: string) => Promise<void>} go @param {Place[]} places @param {string[]} chosen @param {string} id */
function choices(go, places, chosen, id) {
  const selects = Array.from({ length: MOST }, (_, at) => {
    const select = make('select', '');
    select.append(new Option(word('compare-no-place'), ''), ...places.map(place => new Option(place.name, place.code)));
    select.value = chosen[at] ?? '';
    select.id = `compare-${at + 1}`;
    select.addEventListener('change', async () => {
      const wanted = [...new Set(selects.map(one => one.value))].filter(code => code);
      await go(`/console/compare?${new URLSearchParams({ ...id && { id }, places: wanted.join(',') })}`);
      document.getElementById(select.id)?.focus();
    });
    return select;
  });
  return make('p', 'choices', ...selects.map((select, at) => make('label', '', word('compare-place', { number: at + 1 }), ' ', select)));
}

/** @param {Comparison} given */
function missing(given) {
  const counts = given.places.map((place, at) => ({ place: place.name, count: given.lines.filter(line => line.cells[at].standing === 'lacks').length }));
  return make('p', '', counts.filter(one => one.count).map(one => word('compare-missing', one)).join(word('list-separator')));
}

/** @param {Comparison} given */
function table(given) {
  const head = make('tr', '', ...[word('compare-nation'), ...given.places.map(place => place.name)].map(name => {
    const cell = make('th', '', name);
    cell.scope = 'col';
    return cell;
  }));
  const lines = given.lines.map(line => {
    const nation = make('th', '', ...service(line.nation));
    nation.scope = 'row';
    return make('tr', '', nation, ...line.cells.map(cell => make('td', cell.standing === 'lacks' ? 'missing' : '',
      make('div', `standing ${cell.standing}`, ...standing(given.legend, cell.standing)),
      ...cell.rows.map(row => make('div', '', ...service(row))), ...remarks(cell))));
  });
  return make('table', 'compared', make('thead', '', head), make('tbody', '', ...lines));
}

/** What is added or narrower; as proposed by the program where nobody has reviewed it. @param {Cell} cell */
function remarks(cell) {
  /** @param {string} key @param {string[]} needs */
  const needs = (key, needs) => needs.length ? [word(key, { needs: needs.join(word('list-separator')) })] : [];
  const said = cell.note ? [cell.note]
    : cell.reviewed || !cell.rows.length ? [] : [...needs('compare-added', cell.added), ...needs('compare-not-said', cell.missing)];
  return [...said, ...cell.reviewed ? [] : [word('compare-unreviewed')]].map(text => make('div', 'quiet', text));
}

/** @param {Row} row */
function service(row) {
  const link = make('a', '', row.title ?? printed('span', '', row.service));
  link.href = `/console/rows/${row.id}`;
  return [make('span', 'number', String(row.number)), ' ', link, make('span', 'who', row.departments.join(word('list-separator')))];
}

/** @param {string[]} chosen */
function all(chosen) {
  const link = make('a', '', word('compare-all'));
  link.href = `/console/compare?places=${chosen.join(',')}`;
  return make('p', '', link);
}
