'use strict';

module.exports = globalThis.sharedModule('prettier');
