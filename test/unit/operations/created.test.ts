import type { Body } from '../../../nodes/TencentChatDesk/contract';
import { isCreated } from '../../../nodes/TencentChatDesk/operations/group/created';

/** Unix seconds at which the call was made. */
const called = 1_700_000_000;
const body = { GroupId: 'order-4711', Type: 'Public', Name: 'Order 4711', Owner_Account: 'mia' };
const ours = { ...body, ErrorCode: 0, CreateTime: called };

function effectOf(GroupInfo: Body[], sent: Body = body) {
	const time = { first: called, now: called };
	const look = isCreated(sent);
	return look?.interpret({ ErrorCode: 0, GroupInfo }, sent, time, look.request(sent, time)).effect;
}

describe('a group that may have been created', () => {
	it('was, where its type, name and owner are those of the call, since the call', () => {
		expect(effectOf([ours])).toBe('done');
		const { Owner_Account: _owner, ...ownerless } = body;
		expect(effectOf([{ ...ours, Owner_Account: '' }], ownerless)).toBe('done');
	});

	it.each<[string, Body]>([
		['somebody else owns it', { Owner_Account: 'eve' }],
		['it has another name', { Name: 'Order 4712' }],
		['it is of another type', { Type: 'Private' }],
		['it is older than the call', { CreateTime: called - 3600 }],
		['there is none, by an older page', { ErrorCode: 10010 }],
		['there is none, by a newer page', { ErrorCode: 10015 }],
	])('was not: %s', (_why, changes) => {
		expect(effectOf([{ ...ours, ...changes }])).toBe('none');
	});

	it('stays in doubt where the response says nothing about it', () => {
		expect(effectOf([])).toBe('unknown');
		expect(effectOf([{ ...ours, GroupId: 'other' }])).toBe('unknown');
		expect(effectOf([{ ...ours, ErrorCode: 10002 }])).toBe('unknown');
	});

	it('cannot be looked for without an ID of its own', () => {
		expect(isCreated({ Type: 'Public', Name: 'Order 4711' })).toBeUndefined();
	});
});
