'use strict';

module.exports = globalThis.sharedModule('@n8n/backend-common');
