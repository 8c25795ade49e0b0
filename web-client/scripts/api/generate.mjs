import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const ROOT = join(import.meta.dirname, '..', '..');
const CONTRACT = new URL(
  '../../../cloud-relay/src/main/resources/dev/fanlight/relay/admin/api/openapi.yaml',
  import.meta.url,
);
const SCHEMA = join(ROOT, 'src', 'api', 'schema.ts');
const HEAD = '// Made from openapi.yaml by `npm run api`: change the contract, not this file.\n';

const wanted = HEAD + astToString(await openapiTS(CONTRACT, { silent: true }));
if (process.argv.includes('--check')) {
  if (readFileSync(SCHEMA, 'utf8') !== wanted) {
    console.error('src/api/schema.ts is not what openapi.yaml gives: run `npm run api`');
    process.exitCode = 1;
  }
} else {
  writeFileSync(SCHEMA, wanted);
}
