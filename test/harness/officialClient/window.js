import { createApp, h, shallowReactive } from 'vue';
import TUICore, { TUIConstants } from '@tencentcloud/tui-core';
import {
	isCustomerServicePluginMessage,
	isMessageInvisible,
	setCustomerServiceAccounts,
} from '@tencentcloud/tui-customer-service-plugin';
import CustomerService from '@tencentcloud/tui-customer-service-plugin/index.vue';

/**
 * The window of a customer. It does what Tencent's kit does around the components: it asks the
 * package which messages are its own and which stay hidden, and sends what a component wants sent.
 */
const state = shallowReactive({ messages: [] });

const { NAME, METHOD } = TUIConstants.TUIChat.SERVICE;
TUICore.registerService(NAME, {
	onCall(method, { payload }) {
		if (method === METHOD.SEND_TEXT_MESSAGE) {
			window.sendFromClient({ MsgType: 'TIMTextElem', MsgContent: { Text: payload.text } });
		}
		if (method === METHOD.SEND_CUSTOM_MESSAGE) {
			window.sendFromClient({ MsgType: 'TIMCustomElem', MsgContent: { Data: payload.data } });
		}
	},
});

/** @returns what the kit shows of a message; nothing when it stays hidden */
function draw(message) {
	if (message.type === 'TIMTextElem') return h('p', { class: 'text' }, message.payload.text);
	if (!isCustomerServicePluginMessage(message)) return h('p', { class: 'foreign' });
	return isMessageInvisible(message) ? undefined : h(CustomerService, { message });
}

window.officialClient = {
	/** @param {string} serviceAccount whose messages are those of Desk */
	open(serviceAccount) {
		setCustomerServiceAccounts([serviceAccount]);
		createApp({
			render: () =>
				state.messages.map((message) =>
					h('li', { key: message.ID, 'data-flow': message.flow }, [draw(message)]),
				),
		}).mount('#messages');
	},
	/** @param messages in the order in which they are shown; new objects where something changed */
	show(messages) {
		state.messages = messages;
	},
	/** What the kit does when a customer turns to a conversation. */
	enter(conversationID) {
		const { SERVICE } = TUIConstants.TUICustomerServicePlugin;
		const method = SERVICE.METHOD.ACTIVE_CONVERSATION;
		TUICore.callService({ serviceName: SERVICE.NAME, method, params: { conversationID } });
	},
};
