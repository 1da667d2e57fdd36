import { check } from '../../../nodes/TencentChatDesk/operations/user/check';
import { deleteUser } from '../../../nodes/TencentChatDesk/operations/user/delete';

it.each([
	['checking', check, 'CheckItem'],
	['deleting', deleteUser, 'DeleteItem'],
])('an account that the response to %s does not mention is in doubt', (_what, { batch }, field) => {
	const bodies = ['bob', 'mary'].map((UserID) => ({ [field]: [{ UserID }] }));
	const response = { ErrorCode: 0, ResultItem: [{ UserID: 'bob', ResultCode: 0 }] };
	expect(batch.interpret(response, bodies)).toMatchObject([
		{ done: true },
		{ done: false, kind: 'lost', data: { UserID: 'mary' } },
	]);
});
