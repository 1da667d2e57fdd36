'use strict';

module.exports = globalThis.sharedModule('typescript');
