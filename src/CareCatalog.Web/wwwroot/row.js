// The page of a row: as printed, as to be read, the errata, the guidance, what to read aloud.
import { ask, marked, tell } from './console.js';
import { copied } from './card.js';
import { button, language, make, word } from './page.js';

/**
 * @typedef {{field: string, printed: string, reading: string | null, confidence: number, reason: string, englishReason: string}} Erratum
 * @typedef {{edition: string, place: string, reading: string, needs: string[], englishNeeds: string[], circumstances: string[],
 *   counterparts: string[], previous: string | null, next: string | null,
 *   row: {id: string, jurisdiction: string, domain: string, audience: string, service: string, content: string, departments: string[],
 *     guidance: {department: string, content: string, text: string}[], errata: Erratum[],
 *     source: {title: string, number: string | null, issuer: string | null, date: string | null, section: string, file: string, lines: string[]}}}} Page
 */

/** The row shown. @type {Page | undefined} */
let page;

/** @param {HTMLElement} place @param {string} id @param {string[]} marks */
export async function row(place, id, marks) {
  try {
    page = /** @type {Page} */ (await ask(`/console/api/rows/${encodeURIComponent(id)}`));
  } catch (failure) {
    page = undefined;
    place.replaceChildren(make('p', 'quiet', word(/** @type {{status?: number}} */ (failure).status ? 'row-missing' : 'busy')));
    return;
  }
  place.replaceChildren(...content(page, marks));
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'nearest' });
}

/** Keys of the row's page. @param {KeyboardEvent} event */
export function rowKeys(event) {
  const act = { c: copyScript, d: copyDepartments, e: copyError, l: copyLink, p: () => print() }[event.key.toLowerCase()];
  if (!act || !page) return;
  event.preventDefault();
  act();
}

/** @param {Page} given @param {string[]} marks */
function content(given, marks) {
  const { row } = given;
  const number = Number(row.id.slice(7));
  const asked = new URLSearchParams(location.search).get('edition');
  return [
    make('p', 'crumbs', link('/console', word('back')), given.previous ? link(`/console/rows/${given.previous}`, word('row-previous')) : null,
      given.next ? link(`/console/rows/${given.next}`, word('row-next')) : null),
    asked && asked !== given.edition ? make('p', 'warning', word('row-edition-other', { edition: asked, current: given.edition })) : null,
    make('h2', '', make('span', 'place', given.place), ' ', word('number', { number }), ' ', ...marked(row.service, marks)),
    make('p', 'tools', button(word('copy-script'), copyScript), button(word('copy-departments'), copyDepartments), button(word('copy-link'), copyLink),
      button(word('copy-error'), copyError), button(word('print'), () => print())),
    make('section', 'script', make('h3', '', word('row-script')), make('p', '', script(given))),
    make('dl', '',
      ...entry('row-departments', make('strong', '', ...marked(row.departments.join(word('list-separator')), marks))),
      ...(given.counterparts.length ? entry('row-counterparts', given.counterparts.join(word('list-separator'))) : []),
      ...entry('row-audience', ...marked(row.audience, marks)),
      ...entry('row-content', make('p', 'verbatim', ...marked(row.content, marks))),
      ...(given.reading !== row.content ? entry('row-reading', make('p', 'reading', ...marked(given.reading, marks))) : []),
      ...(given.circumstances.length ? entry('row-circumstances', given.circumstances.join(word('list-separator'))) : []),
      ...entry('row-domain', row.domain),
      ...entry('row-needs', (language() === 'en-US' ? given.englishNeeds : given.needs).join(word('list-separator'))),
      ...entry('row-source', ...source(given))),
    ...errata(row.errata),
    ...guidance(row.guidance, marks),
    make('p', '', link(`/console/compare?id=${row.id}`, word('row-compare'))),
  ].filter(part => part !== null);
}

/** @param {string} key @param {...(Node | string)} within */
function entry(key, ...within) {
  return [make('dt', '', word(key)), make('dd', '', ...within)];
}

/** @param {Page} given */
function source(given) {
  const { source } = given.row;
  const details = [source.number, source.issuer, source.date].filter(detail => detail).join(word('list-separator'));
  return [
    make('p', '', word('source-text', { title: source.title, section: source.section }), details ? `（${details}）` : ''),
    make('p', 'quiet', word('source-file', { file: source.file, lines: source.lines.join(', ') }), ' · ', word('row-edition', { edition: given.edition })),
  ];
}

/** @param {Erratum[]} found */
function errata(found) {
  if (!found.length) return [];
  return [make('section', 'errata', make('h3', '', word('row-errata')), make('ul', '', ...found.map(erratum => make('li', '',
    make('div', '', word('erratum-printed'), make(erratum.reading === null || !erratum.printed ? 'span' : 'del', '', erratum.printed || word('erratum-blank'))),
    make('div', '', word('erratum-reading'), make('ins', '', erratum.reading ?? word('erratum-kept')), ' ',
      make('span', 'quiet', word('erratum-sure', { percent: Math.round(erratum.confidence * 100) }))),
    make('div', 'quiet', language() === 'en-US' && erratum.englishReason ? erratum.englishReason : erratum.reason)))))];
}

/** @param {Page['row']['guidance']} found @param {string[]} marks */
function guidance(found, marks) {
  if (!found.length) return [];
  return [make('section', 'guidance', make('h3', '', word('row-guidance')), ...found.map(one => {
    const box = make('details', '', make('summary', '', one.department), make('p', 'quiet', one.content), make('p', '', ...marked(one.text, marks)));
    box.open = true;
    return box;
  }))];
}

/** @param {string} href @param {string} text */
function link(href, text) {
  const made = make('a', '', text);
  made.href = href;
  return made;
}

/** What to read to the caller. @param {Page} given */
function script(given) {
  const { row } = given;
  const text = given.reading;
  return word(row.jurisdiction === '000000' ? 'script-nation' : 'script', {
    service: row.service, place: given.place, number: Number(row.id.slice(7)), content: /[。；！？]$/.test(text) ? text : `${text}。`,
    departments: row.departments.join(word('list-separator')), counterparts: given.counterparts.join(word('list-separator')), title: row.source.title,
  });
}

/** @param {string} text */
async function copy(text) {
  await copied(text);
  tell(word('copied'));
}

function copyScript() { if (page) copy(script(page)); }
function copyDepartments() { if (page) copy(page.row.departments.join(word('list-separator'))); }
function copyError() { if (page) copy(word('error-report', { id: page.row.id, edition: page.edition })); }
function copyLink() { if (page) copy(`${location.origin}/console/rows/${page.row.id}?edition=${page.edition}`); }
