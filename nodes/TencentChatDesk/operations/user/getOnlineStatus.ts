import type { Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import type { BatchOperation } from '../operation';
import { partsAbout } from '../shared/failedParts';
import { adviceFor, partFailed } from '../shared/partialFailure';
import { objectsIn } from '../../parameters/json';
import { unique, userIdProperty } from './userIdProperty';

const maxAccounts = 500;

const idsOf = ({ To_Account }: Body) => To_Account as string[];

function outcomeFor(response: Body, body: Body): Outcome {
	const [To_Account] = idsOf(body);
	const concerns = (entry: Body) => entry.To_Account === To_Account;
	const result = objectsIn(response.QueryResult).find(concerns);
	if (result) {
		const { State, Status = State, ...rest } = result;
		// The page's table names the field Status, its sample State.
		return { done: true, output: withoutAbsent({ To_Account, Status, ...rest }) };
	}
	const parts = partsAbout(response, [To_Account]);
	return partFailed(
		`The status of '${To_Account}' could not be read`,
		adviceFor(parts),
		withoutAbsent({ ErrorCode: parts[0]?.code, To_Account }),
	);
}

export const getOnlineStatus: BatchOperation = {
	value: 'getOnlineStatus',
	name: 'Get Online Status',
	action: 'Get the online status of a user',
	description:
		'Find out whether a user is Online, reachable by push (PushOnline) or Offline; 500 items share a call',
	documentation: 'https://trtc.io/document/35477',
	shape: 'batch',
	path: 'openim/query_online_status',
	properties: [userIdProperty],
	options: [
		{
			displayName: 'Custom Status',
			name: 'isReturnCustomStatus',
			type: 'boolean',
			default: false,
			description: 'Whether to return the status that the user has set in the client',
		},
		{
			displayName: 'Instance IDs',
			name: 'isReturnInstid',
			type: 'boolean',
			default: false,
			description: 'Whether to return the ID of each device that is logged in',
		},
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
			IsReturnCustomStatus: option.optionalFlag('isReturnCustomStatus', 'Custom Status'),
			IsReturnInstid: option.optionalFlag('isReturnInstid', 'Instance IDs'),
		});
	},
	orderingKey: (body) => JSON.stringify(idsOf(body)),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	batch: {
		maxSize: maxAccounts,
		key: ({ To_Account: _accounts, ...wanted }) => JSON.stringify(wanted),
		merge: (bodies) => ({ ...bodies[0], To_Account: unique(bodies.flatMap(idsOf)) }),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
