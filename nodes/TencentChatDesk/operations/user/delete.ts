import type { Body, Meaning } from '../../contract';
import type { Operation } from '../operation';
import { adviceFor, objectsIn, partFailed } from '../partialFailure';
import { unique, userIdProperty } from './userIdProperty';

const mostAccounts = 100;
/** "Does not exist": all that a second call finds of an account. */
const unknownAccount = 70107;

const idsOf = ({ DeleteItem }: Body) => objectsIn(DeleteItem).map(({ UserID }) => UserID);

function meaningFor(answer: Body, body: Body): Meaning {
	const [UserID] = idsOf(body);
	const result = objectsIn(answer.ResultItem).find((item) => item.UserID === UserID);
	const { ResultCode, ResultInfo } = result ?? {};
	const output = { UserID, deleted: true };
	if (ResultCode === 0) return { done: true, output };
	return {
		...partFailed(`The account '${UserID as string}' was not deleted`, adviceFor([ResultCode]), {
			ErrorCode: ResultCode,
			ErrorInfo: ResultInfo,
			UserID,
		}),
		...(ResultCode === unknownAccount && { doneBefore: output }),
	};
}

export const deleteUser: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a user',
	description:
		'Delete an account with everything it has, for good; 100 items share a call. Outside the trial plan the Chat console has to allow it, and the UserID stays blocked for three months.',
	documentation: 'https://trtc.io/document/34955',
	path: 'im_open_login_svc/account_delete',
	properties: [userIdProperty],
	options: [],
	request: (fields) => ({ DeleteItem: [{ UserID: fields.id('userId', 'User ID') }] }),
	conversation: (body) => JSON.stringify(idsOf(body)),
	repeat: { rule: 'idempotent' },
	pace: { usual: 50, documentedLimit: 100 },
	meaning: meaningFor,
	shared: {
		most: mostAccounts,
		key: () => '',
		join: (bodies) => ({
			DeleteItem: unique(bodies.flatMap(idsOf)).map((UserID) => ({ UserID })),
		}),
		meanings: (answer, bodies) => bodies.map((body) => meaningFor(answer, body)),
	},
};
