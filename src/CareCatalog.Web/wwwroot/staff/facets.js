// The facets: by place, field, circumstance and department.
import { at, make, word } from '../page.js';

/** @typedef {import('./search.js').Found} Found @typedef {import('./search.js').Facet} Facet */

const FACETS = /** @type {const} */ ([['place', 'places'], ['domain', 'domains'], ['circumstance', 'circumstances'], ['department', 'departments']]);

export class Facets {
  /** @param {HTMLElement} place @param {() => void} onChange */
  constructor(place, onChange) {
    this.place = place;
    this.onChange = onChange;
    /** What is chosen, by facet. @type {Record<string, Facet>} */
    this.chosen = {};
  }

  /** What of it is sent with a search. @returns {Record<string, string>} */
  get asked() {
    return Object.fromEntries(Object.entries(this.chosen).map(([name, facet]) => [name, facet.value]));
  }

  clear() {
    this.chosen = {};
  }

  /** @param {Found} found */
  draw(found) {
    const held = document.activeElement?.id;
    this.place.replaceChildren(...FACETS.map(([name, field]) => this.facet(name, found[field])));
    if (held?.startsWith('facet-')) at(held)?.focus();
  }

  /** @param {string} name @param {Facet[]} counted */
  facet(name, counted) {
    const chosen = this.chosen[name];
    // What is chosen stays to be seen, also where nothing of it is found.
    const offered = chosen && !counted.some(facet => facet.value === chosen.value) ? [...counted, { ...chosen, count: 0 }] : counted;
    const select = make('select', '');
    select.id = `facet-${name}`;
    select.append(new Option(word('facet-all'), ''), ...offered.map(facet => new Option(`${facet.name} (${facet.count})`, facet.value)));
    select.value = chosen?.value ?? '';
    select.addEventListener('change', () => {
      const facet = offered.find(one => one.value === select.value);
      if (facet) this.chosen[name] = facet;
      else delete this.chosen[name];
      this.onChange();
    });
    return make('label', chosen ? 'set' : '', make('span', '', word(`facet-${name}`)), select);
  }
}
