/**
 * What a command says about itself with --help: the comment at the head of its script.
 * Plain JavaScript with Node's own modules only: it runs before anything is installed.
 */
'use strict';

const { readFileSync } = require('node:fs');

/**
 * The first comment of a script, as plain text.
 * @param {string} file
 */
function usageOf(file) {
	const [, comment = ''] = /\/\*\*\n([^]*?)\*\//.exec(readFileSync(file, 'utf8')) ?? [];
	return comment.replace(/^ \* ?/gm, '').trim();
}

module.exports = { usageOf };
