// The page of a row: as printed, as to be read, the errata, the guidance, what to read aloud.
import { button, copied, language, make, printed, word } from '../page.js';
import { read, tell } from './ask.js';
import { marked } from './marks.js';

/**
 * @typedef {{field: string, printed: string, reading: string | null, confidence: number, reason: string, englishReason: string}} Erratum
 * @typedef {{edition: string, place: string, domain: string, title?: string | null, summary?: string | null, reading: string, needs: string[],
 *   circumstances: string[], bodies: Record<string, string>, counterparts: string[], previous: string | null, next: string | null,
 *   row: {id: string, jurisdiction: string, audience: string, service: string, content: string, departments: string[],
 *     guidance: {department: string, content: string, text: string}[], errata: Erratum[],
 *     source: {title: string, number: string | null, issuer: string | null, date: string | null, section: string, file: string, lines: string[]}}}} Page
 */

/** The row shown. @type {Page | undefined} */
let page;

/** @param {string} id @param {string[]} marks */
export async function row(id, marks) {
  page = undefined;
  try {
    const given = /** @type {Page} */ (await read(`/console/api/rows/${encodeURIComponent(id)}`));
    if (location.pathname.endsWith(id)) page = given;
    return content(given, marks);
  } catch (failure) {
    return [make('p', 'quiet', word(/** @type {{status?: number}} */ (failure).status === 404 ? 'row-missing' : 'page-failed'))];
  }
}

/** Keys of the row's page. @param {KeyboardEvent} event */
export function rowKeys(event) {
  const act = { c: copyScript, d: copyDepartments, e: copyError, l: copyLink }[event.key.toLowerCase()];
  if (!act || !page) return;
  event.preventDefault();
  act();
}

/** @param {Page} given @param {string[]} marks */
function content(given, marks) {
  const { row } = given;
  const asked = new URLSearchParams(location.search).get('edition');
  return [
    make('p', 'crumbs', link('/console', word('back')), given.previous ? link(`/console/rows/${given.previous}`, word('row-previous')) : null,
      given.next ? link(`/console/rows/${given.next}`, word('row-next')) : null),
    asked && asked !== given.edition ? make('p', 'warning', word('row-edition-other', { edition: asked, current: given.edition })) : null,
    ...head(given, marks),
    make('p', 'tools', button(word('copy-script'), copyScript), button(word('copy-departments'), copyDepartments), button(word('copy-link'), copyLink),
      button(word('copy-error'), copyError), button(word('print'), () => print())),
    make('section', 'script', make('h3', '', word('row-script')), make('p', '', script(given))),
    facts(given, marks),
    ...errata(row.errata),
    ...guidance(given, marks),
    make('p', 'onward', link(`/console/compare?id=${row.id}`, word('row-compare'))),
  ].filter(part => part !== null);
}

/** @param {Page} given @param {string[]} marks */
function head(given, marks) {
  const { row, title, place } = given;
  const service = marked(row.service, marks);
  return [
    make('h2', '', make('span', 'place', place), ' ', word('number', { number: numberOf(row.id) }), ' ', title ?? printed('span', '', ...service)),
    title ? printed('p', 'own', ...service) : null,
  ];
}

/** @param {Page} given @param {string[]} marks */
function facts(given, marks) {
  const { row, summary, reading, counterparts, circumstances } = given;
  const separator = word('list-separator');
  return make('dl', '',
    ...summary ? entry('row-summary', summary) : [],
    ...entry('row-departments', make('strong', '', ...marked(departments(given), marks)), ...language() === 'en-US' ? [' ', printed('span', 'own', row.departments.join('\u3001'))] : []),
    ...counterparts.length ? entry('row-counterparts', counterparts.join(separator)) : [],
    ...entry('row-audience', printed('span', '', ...marked(row.audience, marks))),
    ...entry('row-content', printed('p', 'verbatim', ...marked(row.content, marks))),
    ...reading !== row.content ? entry('row-reading', printed('p', 'reading', ...marked(reading, marks))) : [],
    ...circumstances.length ? entry('row-circumstances', circumstances.join(separator)) : [],
    ...entry('row-domain', given.domain),
    ...entry('row-needs', given.needs.join(separator)),
    ...entry('row-source', ...source(given)));
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
    make('p', '', word('source-text', { title: source.title, section: source.section }), details ? word('in-brackets', { text: details }) : ''),
    make('p', 'quiet', word('source-file', { file: source.file, lines: source.lines.join(', ') }), ' · ', word('row-edition', { edition: given.edition })),
  ];
}

/** @param {Erratum[]} found */
function errata(found) {
  if (!found.length) return [];
  return [make('section', 'errata', make('h3', '', word('row-errata')), make('ul', '', ...found.map(erratum => make('li', '',
    make('div', '', word('erratum-printed'), erratum.printed ? printed(erratum.reading === null ? 'span' : 'del', '', erratum.printed) : word('erratum-blank')),
    make('div', '', word('erratum-reading'), erratum.reading === null ? make('ins', '', word('erratum-kept')) : printed('ins', '', erratum.reading), ' ',
      make('span', 'quiet', word('erratum-sure', { percent: Math.round(erratum.confidence * 100) }))),
    language() === 'en-US' && erratum.englishReason ? make('div', 'quiet', erratum.englishReason) : printed('div', 'quiet', erratum.reason)))))];
}

/** @param {Page} given @param {string[]} marks */
function guidance(given, marks) {
  const found = given.row.guidance;
  if (!found.length) return [];
  return [make('section', 'guidance', make('h3', '', word('row-guidance')), ...found.map(one => {
    const box = make('details', '', make('summary', '', given.bodies[one.department] ?? one.department),
      printed('p', 'quiet', one.content), printed('p', '', ...marked(one.text, marks)));
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
  const text = given.summary ?? given.reading;
  const end = word('sentence-end');
  return word(row.jurisdiction === '000000' ? 'script-nation' : 'script', {
    service: given.title ?? row.service, place: given.place, number: numberOf(row.id), content: /[.!?\u3002\uff1b\uff01\uff1f]$/.test(text) ? text : text + end,
    departments: departments(given), counterparts: given.counterparts.join(word('list-separator')), title: row.source.title,
  });
}

/** The departments in the language of the page. @param {Page} given */
function departments(given) {
  return given.row.departments.map(name => given.bodies[name] ?? name).join(word('list-separator'));
}

/** @param {string} id */
function numberOf(id) {
  return Number(id.slice(7));
}

/** @param {string} text */
async function copy(text) {
  await copied(text);
  tell(word('copied'));
}

function copyScript() { if (page) copy(script(page)); }
function copyDepartments() { if (page) copy(departments(page)); }
function copyError() { if (page) copy(word('error-report', { id: page.row.id, edition: page.edition })); }
function copyLink() { if (page) copy(`${location.origin}/console/rows/${page.row.id}?edition=${page.edition}`); }
