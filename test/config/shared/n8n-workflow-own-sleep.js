'use strict';

// The tests of single files set the clock, which has to reach the one thing of n8n's that waits.
module.exports = {
	...globalThis.sharedModule('n8n-workflow'),
	sleep: async (milliseconds) => await new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
