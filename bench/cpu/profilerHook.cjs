/**
 * Loaded into n8n by the bench: takes a CPU profile from one SIGUSR2 to the next and writes it to
 * the file named by BENCH_PROFILE. Does nothing before the first signal.
 */
'use strict';

const { Session } = require('node:inspector');
const { renameSync, writeFileSync } = require('node:fs');

const file = process.env.BENCH_PROFILE;
let session;

function begin() {
	session = new Session();
	session.connect();
	session.post('Profiler.enable');
	session.post('Profiler.setSamplingInterval', { interval: 500 });
	session.post('Profiler.start');
}

function end() {
	session.post('Profiler.stop', (_error, { profile }) => {
		// Whoever waits for the file finds it complete.
		writeFileSync(`${file}.part`, JSON.stringify(profile));
		renameSync(`${file}.part`, file);
	});
	session.disconnect();
	session = undefined;
}

if (file) process.on('SIGUSR2', () => (session ? end() : begin()));
