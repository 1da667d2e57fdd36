/**
 * Loads the files of nodes and credentials that it is given, makes their classes as n8n does, and says
 * how many milliseconds that took. What n8n itself has loaded before it looks at packages is loaded
 * first and not counted.
 */
'use strict';

const { createRequire } = require('node:module');
const { basename } = require('node:path');

const files = JSON.parse(process.argv[2]);
for (const file of files) createRequire(file)('n8n-workflow');

const started = process.hrtime.bigint();
for (const file of files) new (require(file)[basename(file).split('.')[0]])();
process.stdout.write(String(Number(process.hrtime.bigint() - started) / 1e6));
