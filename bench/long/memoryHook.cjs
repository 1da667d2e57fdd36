/**
 * Loaded into n8n by the long run: at each SIGUSR2 it collects garbage and writes how much memory
 * is still in use to the file named by LONG_RUN_MEMORY. Does nothing before the first signal.
 */
'use strict';

const { renameSync, writeFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const file = process.env.LONG_RUN_MEMORY;

function report() {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc');
	collect();
	// What a finalizer lets go of is collected the second time.
	collect();
	writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()));
	renameSync(`${file}.part`, file);
}

if (file) process.on('SIGUSR2', report);
