'use strict';

module.exports = globalThis.sharedModule('fastify');
