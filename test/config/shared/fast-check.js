'use strict';

module.exports = globalThis.sharedModule('fast-check');
