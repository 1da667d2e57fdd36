import { zlibSync } from 'fflate/browser';

/** The one function of Node's zlib that Tencent's signer calls, in plain JavaScript. */
export const deflateSync = (data) => Buffer.from(zlibSync(data));
