'use strict';

module.exports = globalThis.sharedModule('reflect-metadata');
