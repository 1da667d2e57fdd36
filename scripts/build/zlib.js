'use strict';

const { zlibSync } = require('fflate');

/** The one function of Node's zlib that Tencent's signer calls, in plain JavaScript. */
exports.deflateSync = (data) => Buffer.from(zlibSync(data));
