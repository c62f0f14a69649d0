// Judges open data with validators that others wrote: ajv, openapi-schema-validator, datapackage.
// node opendata.mjs schemas FOLDER  ←  lines {schema, name, value}   →  {checked, errors}
// node opendata.mjs openapi         ←  an OpenAPI document           →  {version, errors}
// node opendata.mjs package FILE    →  {rows: {table: number}, errors}: descriptor, types, keys and references
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

async function schemas(folder) {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json'))) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const lines = (await text(process.stdin)).split('\n').filter(Boolean).map(line => JSON.parse(line));
  const errors = lines.flatMap(({ schema, name, value }) => {
    const validate = ajv.getSchema(schema);
    if (!validate) throw new Error(`no schema ${schema}`);
    return validate(value) ? [] : validate.errors.map(error => `${name}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  });
  return { checked: lines.length, errors };
}

async function openapi() {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(await text(process.stdin)));
  return { version: validator.version, errors: valid ? [] : [errors].flat().map(error => (typeof error === 'string' ? error : JSON.stringify(error))) };
}

async function tables(file) {
  const { Package } = require('datapackage');
  const found = await Package.load(file);
  const errors = found.valid ? [] : found.errors.map(error => error.message);
  const rows = {};
  for (const resource of found.resources) {
    const unmet = new Set();
    try {
      // Rows whose foreign keys point at nothing are kept, and told apart by the error each carries.
      for (const row of await resource.read({ keyed: true, relations: true, forceCast: true })) {
        rows[resource.name] = (rows[resource.name] ?? 0) + 1;
        if (row instanceof Error) unmet.add(row.message);
      }
    } catch (failure) {
      unmet.add([failure.message, ...(failure.errors ?? []).map(error => error.message)].join('; '));
    }
    errors.push(...[...unmet].slice(0, 5).map(message => `${resource.name}: ${message}`));
  }
  return { rows, errors };
}

const [task, argument] = process.argv.slice(2);
console.log(JSON.stringify(await { schemas, openapi, package: tables }[task](argument)));
