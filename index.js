'use strict';

/** n8n loads the classes by the paths in package.json; this is for everyone else. */
module.exports = {
	get TencentChatDeskApi() {
		return require('./dist/credentials/TencentChatDeskApi.credentials').TencentChatDeskApi;
	},
	get TencentChatDesk() {
		return require('./dist/nodes/TencentChatDesk/TencentChatDesk.node').TencentChatDesk;
	},
	get TencentChatDeskTrigger() {
		return require('./dist/nodes/TencentChatDesk/TencentChatDeskTrigger.node')
			.TencentChatDeskTrigger;
	},
};
