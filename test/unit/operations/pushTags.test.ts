import type { Body } from '../../../nodes/TencentChatDesk/contract';
import { addTags } from '../../../nodes/TencentChatDesk/operations/push/addTags';
import { getTags } from '../../../nodes/TencentChatDesk/operations/push/getTags';
import { removeAllTags } from '../../../nodes/TencentChatDesk/operations/push/removeAllTags';
import { sendToAll } from '../../../nodes/TencentChatDesk/operations/push/sendToAll';
import { setAttributeNames } from '../../../nodes/TencentChatDesk/operations/push/setAttributeNames';
import { setAttributes } from '../../../nodes/TencentChatDesk/operations/push/setAttributes';
import { item } from '../item';

const entry = (field: string, user: string): Body => ({ [field]: [{ To_Account: user }] });
const list = (user: string): Body => ({ To_Account: [user] });

describe('tags and attributes that were changed for some users only', () => {
	// Push > "Adding User Tags" and the pages beside it: ErrorCode 0, with the others in ErrorList.
	const response = {
		ActionStatus: 'OK',
		ErrorCode: 0,
		ErrorList: [{ To_Account: 'mary', ErrorCode: 70107, ErrorInfo: 'no such account' }],
	};

	it.each([
		['adding tags', addTags, (user: string) => entry('UserTags', user)],
		['setting attributes', setAttributes, (user: string) => entry('UserAttrs', user)],
		['removing all tags', removeAllTags, list],
		['reading tags', getTags, list],
	])('%s fails for those alone', (_what, { batch }, bodyFor) => {
		const outcomes = batch.interpret(response, ['bob', 'mary', 'eve'].map(bodyFor));
		expect(outcomes.map(({ done }) => done)).toEqual([true, false, true]);
		expect(outcomes[1]).toMatchObject({ code: 70107, data: { To_Account: 'mary' } });
	});
});

describe('what the Push service alone has', () => {
	const toTags = {
		fromAccount: 'news',
		audience: 'tags',
		tagsOr: 'gold',
		tagsNot: 'blue',
		messageType: 'text',
		text: 'hi',
		options: {},
	};

	it.each([
		['timpush', 1, { 0: 1 }, ['blue']],
		['allMemberPush', undefined, undefined, undefined],
	])(
		'is left out of the older commands, where a control still holds it: %s',
		(pushApi, replace, types, not) => {
			const added = addTags.request(
				item({ pushApi, userId: 'bob', tags: 'gold', replaceTags: true }),
			);
			const named = setAttributeNames.request(
				item({ pushApi, namesByNumber: { 0: 'level' }, registrationNumbers: '0' }),
			);
			const sent = sendToAll.request(item({ pushApi, ...toTags })) as { Condition: Body };

			expect(added.Replace).toBe(replace);
			expect(named.AttrTypes).toEqual(types);
			expect(sent.Condition.TagsNot).toEqual(not);
		},
	);
});
