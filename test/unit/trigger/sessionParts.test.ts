import {
	customerWrites,
	isSessionPart,
	sessionChanges,
	sessionEvent,
} from '../../../nodes/TencentChatDesk/trigger/sessionParts';

const session = { callbackCommand: sessionEvent, customerId: 'alice' };
const written = { ...session, senderId: 'alice', MsgBody: [{}] };
const answered = { ...session, senderId: '@support', MsgBody: [{}] };
const began = { ...session, Event: 'SessionBegin' };

describe('a part of the events of a session', () => {
	it.each([
		['what the customer writes', written, customerWrites, true],
		['what the chatbot answers', answered, customerWrites, false],
		['a beginning', began, customerWrites, false],
		['a beginning', began, sessionChanges, true],
		['what the customer writes', written, sessionChanges, false],
		[
			'a direct message',
			{ ...written, callbackCommand: 'C2C.CallbackAfterSendMsg' },
			customerWrites,
			false,
		],
		['what the customer writes', written, 'C2C.CallbackAfterSendMsg', false],
	])('%s, %j, as %s: %s', (_what, item, event, isPart) => {
		expect(isSessionPart(item, [event])).toBe(isPart);
	});
});
