import type { Body, Meaning } from '../../contract';
import type { Operation } from '../operation';
import { adviceFor, objectsIn, partFailed } from '../partialFailure';
import { unique, userIdProperty } from './userIdProperty';

const mostAccounts = 100;

const idsOf = ({ CheckItem }: Body) => objectsIn(CheckItem).map(({ UserID }) => UserID);

function meaningFor(answer: Body, body: Body): Meaning {
	const [UserID] = idsOf(body);
	const result = objectsIn(answer.ResultItem).find((item) => item.UserID === UserID);
	const { ResultCode, ResultInfo, AccountStatus } = result ?? {};
	if (ResultCode === 0) {
		return {
			done: true,
			output: { UserID, AccountStatus, Imported: AccountStatus === 'Imported' },
		};
	}
	return partFailed(
		`The account '${UserID as string}' could not be checked`,
		adviceFor([ResultCode]),
		{ ErrorCode: ResultCode, ErrorInfo: ResultInfo, UserID },
	);
}

export const check: Operation = {
	value: 'check',
	name: 'Check',
	action: 'Check whether a user exists',
	description: 'Find out whether your Chat app knows an account; 100 items share a call',
	documentation: 'https://trtc.io/document/34956',
	path: 'im_open_login_svc/account_check',
	properties: [userIdProperty],
	options: [],
	request: (fields) => ({ CheckItem: [{ UserID: fields.id('userId', 'User ID') }] }),
	conversation: (body) => JSON.stringify(idsOf(body)),
	repeat: { rule: 'idempotent' },
	pace: { usual: 50, documentedLimit: 100 },
	meaning: meaningFor,
	shared: {
		most: mostAccounts,
		key: () => '',
		join: (bodies) => ({
			CheckItem: unique(bodies.flatMap(idsOf)).map((UserID) => ({ UserID })),
		}),
		meanings: (answer, bodies) => bodies.map((body) => meaningFor(answer, body)),
	},
};
