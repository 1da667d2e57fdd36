import type { Body, Meaning } from '../../contract';
import type { Operation } from '../operation';
import { adviceFor, objectsIn, partFailed } from '../partialFailure';
import { unique, userIdProperty } from './userIdProperty';

const mostAccounts = 100;

const idsOf = ({ DeleteItem }: Body) => objectsIn(DeleteItem).map(({ UserID }) => UserID);

function meaningFor(answer: Body, body: Body): Meaning {
	const [UserID] = idsOf(body);
	const result = objectsIn(answer.ResultItem).find((item) => item.UserID === UserID);
	const { ResultCode, ResultInfo } = result ?? {};
	if (ResultCode === 0) return { done: true, output: { UserID, deleted: true } };
	return partFailed(`The account '${UserID as string}' was not deleted`, adviceFor([ResultCode]), {
		ErrorCode: ResultCode,
		ErrorInfo: ResultInfo,
		UserID,
	});
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
	// A second call answers 70107 for each account, "does not exist", and changes nothing.
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
