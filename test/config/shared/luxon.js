'use strict';

module.exports = globalThis.sharedModule('luxon');
