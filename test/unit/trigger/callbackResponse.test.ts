import {
	allowed,
	askedIn,
	refusedFor,
	rejected,
} from '../../../nodes/TencentChatDesk/trigger/callbackResponse';
import { properties } from '../../../nodes/TencentChatDesk/trigger/properties';
import { isRejectionCode } from '../../../nodes/TencentChatDesk/trigger/rejectionCodes';
import { okResponse } from '../../support/callbacks';

const asked = (callbackCommand: string, body = {}) => askedIn({ callbackCommand, ...body });

/** The ranges that the pages of the callbacks name, and for each the code that other codes become. */
const ranges: Array<[command: string, from: number, to: number]> = [
	['C2C.CallbackBeforeSendMsg', 120_001, 130_000],
	['OfficialAccount.CallbackBeforeCreateOfficialAccount', 120_001, 130_000],
	['OfficialAccount.CallbackBeforeSendMsg', 120_001, 130_000],
	['Group.CallbackBeforeSendMsg', 10_100, 10_200],
	['Group.CallbackBeforeCreateGroup', 10_100, 10_200],
	['Group.CallbackBeforeApplyJoinGroup', 10_100, 10_200],
	['Group.CallbackBeforeInviteJoinGroup', 10_100, 10_200],
	['Group.CallbackBeforeCreateTopic', 10_100, 10_200],
	['Live.CallbackBeforeSendGift', 102_100, 102_200],
];

describe('a rejection', () => {
	it.each(ranges)('of %s has a code from %i to %i, or 1', (command, from, to) => {
		for (const code of [from, to, 1]) {
			expect(rejected(asked(command), code, 'no')).toEqual({
				...okResponse,
				ErrorCode: code,
				ErrorInfo: 'no',
			});
		}
		for (const code of [from - 1, to + 1]) {
			expect(rejected(asked(command), code).ErrorCode).toBe(1);
		}
	});

	it("with the panel's own code is Tencent's plain one where that code does not fit", () => {
		const control = properties.find(({ name }) => name === 'rejectCode');
		for (const [command, from, to] of ranges) {
			const code = Number(control?.default);
			const fits = code >= from && code <= to;
			expect(rejected(asked(command), code).ErrorCode).toBe(fits ? code : 1);
		}
	});

	it('of subscribers has no code of its own', () => {
		const subscribe = asked('OfficialAccount.CallbackBeforeAddSubscriber');
		expect(rejected(subscribe, 120_001).ErrorCode).toBe(1);
	});

	it.each([10_150, 102_150, 120_500])('of something unknown takes %i as it is', (code) => {
		expect(rejected(askedIn(undefined), code).ErrorCode).toBe(code);
		expect(rejected(asked('Group.CallbackBeforeSomething'), code).ErrorCode).toBe(code);
	});

	it.each([0, 2, 10_099, 10_201, 37_999, 39_001, 102_099, 102_201, 120_000, 130_001])(
		'has never the code %i',
		(code) => expect(isRejectionCode(code)).toBe(false),
	);
});

describe('what is said about friends stands beside each of them', () => {
	const add = asked('Sns.CallbackPrevFriendAdd', {
		FriendItem: [{ To_Account: 'user2', AddWording: 'hi' }, { To_Account: 'user3' }],
	});
	const answer = asked('Sns.CallbackPrevFriendResponse', {
		ResponseFriendItem: [{ To_Account: 'user4', ResponseAction: 'Response_Action_Agree' }],
	});
	const item = (To_Account: string, ResultCode: number, ResultInfo = '') => ({
		To_Account,
		ResultCode,
		ResultInfo,
	});

	it('when they are allowed', () => {
		expect(allowed(add)).toEqual({
			...okResponse,
			ResultItem: [item('user2', 0), item('user3', 0)],
		});
		expect(allowed(answer)).toEqual({ ...okResponse, ResultItem: [item('user4', 0)] });
	});

	it('when they are refused, with a code of theirs', () => {
		expect(rejected(add, 38_042, 'no')).toEqual({
			...okResponse,
			ResultItem: [item('user2', 38_042, 'no'), item('user3', 38_042, 'no')],
		});
		for (const code of [1, 120_001]) {
			expect(rejected(answer, code)).toEqual({
				...okResponse,
				ResultItem: [item('user4', 38_000)],
			});
		}
	});

	it('when some are refused', () => {
		expect(refusedFor(add, ['user3', 'somebody'], 'no')).toEqual({
			...okResponse,
			ResultItem: [item('user2', 0), item('user3', 38_000, 'no')],
		});
	});

	it('and on nobody where the callback names none', () => {
		const odd = asked('Sns.CallbackPrevFriendAdd', { FriendItem: [null, { To_Account: 7 }] });
		expect(rejected(odd, 1)).toEqual({ ...okResponse, ResultItem: [] });
		expect(allowed(asked('Sns.CallbackPrevFriendAdd', { FriendItem: 'x' }))).toEqual({
			...okResponse,
			ResultItem: [],
		});
	});
});

describe('some of the users of a callback are refused', () => {
	it.each([
		['Group.CallbackBeforeInviteJoinGroup', 'RefusedMembers_Account'],
		['OfficialAccount.CallbackBeforeAddSubscriber', 'RefusedSubscribers_Account'],
	])('of %s in %s', (command, field) => {
		expect(refusedFor(asked(command), ['user2'])).toEqual({ ...okResponse, [field]: ['user2'] });
	});
});
