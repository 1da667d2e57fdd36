import type { Body, Meaning } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import type { Operation } from '../operation';
import { adviceFor, partFailed } from '../shared/partialFailure';
import { objectsIn } from '../shared/records';
import { unique, userIdProperty } from './userIdProperty';

const mostAccounts = 500;

const idsOf = ({ To_Account }: Body) => To_Account as string[];

function meaningFor(answer: Body, body: Body): Meaning {
	const [To_Account] = idsOf(body);
	const concerns = (entry: Body) => entry.To_Account === To_Account;
	const result = objectsIn(answer.QueryResult).find(concerns);
	if (result) {
		const { State, Status = State, Detail } = result;
		// The page's table names the field Status, its sample State.
		return { done: true, output: withoutAbsent({ To_Account, Status, Detail }) };
	}
	const { ErrorCode } = objectsIn(answer.ErrorList).find(concerns) ?? {};
	return partFailed(
		`The status of '${To_Account}' could not be read`,
		adviceFor([ErrorCode]),
		withoutAbsent({ ErrorCode, To_Account }),
	);
}

export const getOnlineStatus: Operation = {
	value: 'getOnlineStatus',
	name: 'Get Online Status',
	action: 'Get the online status of a user',
	description:
		'Find out whether a user is Online, reachable by push (PushOnline) or Offline; 500 items share a call',
	documentation: 'https://trtc.io/document/34620',
	path: 'openim/query_online_status',
	properties: [userIdProperty],
	options: [
		{
			displayName: 'Platforms',
			name: 'isNeedDetail',
			type: 'boolean',
			default: false,
			description: 'Whether to list the platforms that the user is logged in on, such as iPhone',
		},
	],
	request(fields) {
		const option = fields.collection('options', 'Options');
		return withoutAbsent({
			To_Account: [fields.id('userId', 'User ID')],
			IsNeedDetail: option.optionalFlag('isNeedDetail', 'Platforms'),
		});
	},
	conversation: (body) => JSON.stringify(idsOf(body)),
	repeat: { rule: 'idempotent' },
	pace: { usual: 100, documentedLimit: 200 },
	meaning: meaningFor,
	shared: {
		most: mostAccounts,
		key: ({ IsNeedDetail }) => JSON.stringify([IsNeedDetail]),
		join: (bodies) => ({ ...bodies[0], To_Account: unique(bodies.flatMap(idsOf)) }),
		meanings: (answer, bodies) => bodies.map((body) => meaningFor(answer, body)),
	},
};
