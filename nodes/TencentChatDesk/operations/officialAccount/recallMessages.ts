import type { ApiResponse, Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { recordsIn } from '../shared/records';
import type { BatchOperation } from '../operation';
import { accountProperty, accountRateLimit, ofAccount, readAccount } from './accountFields';

const maxKeys = 10;
const maxReason = 100;

const keysOf = ({ MsgKeyList }: Body) => (MsgKeyList ?? []) as string[];

function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const { Official_Account } = body;
	const [MsgKey = ''] = keysOf(body);
	const result = recordsIn(response, 'RecallRetList').find((one) => one.MsgKey === MsgKey);
	const data = { Official_Account, MsgKey };
	if (!result) {
		return {
			done: false,
			kind: 'lost',
			message: 'Tencent did not say what became of this message',
			advice: "Look with 'Get Messages' whether it is still there.",
			data,
		};
	}
	const { RetCode } = result;
	return typeof RetCode === 'number' && RetCode !== 0
		? { done: false, code: RetCode, data: { ...data, RetCode } }
		: { done: true, output: { ...data, recalled: true } };
}

export const recallMessages: BatchOperation = {
	value: 'recallMessage',
	name: 'Recall Message',
	action: 'Recall a message of an official account',
	description:
		'Take back a message of an official account for good; ten items of one account share a call',
	documentation: 'https://trtc.io/document/60811',
	shape: 'batch',
	path: 'official_account_open_http_svc/official_account_msg_recall',
	properties: [
		accountProperty,
		{
			displayName: 'Message Key',
			name: 'msgKey',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 71_1_1700000000',
			description: 'The MsgKey that Send Message gave, or that Get Messages lists',
		},
	],
	options: [
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Sent by mistake',
			description: 'Why the message is taken back: up to 100 bytes',
		},
	],
	request: (fields) =>
		withoutAbsent({
			Official_Account: readAccount(fields),
			MsgKeyList: [fields.id('msgKey', 'Message Key')],
			Reason: withinBytes(
				fields.collection('options', 'Options').optionalText('reason', 'Reason'),
				'Reason',
				maxReason,
			),
		}),
	orderingKey: ofAccount,
	retry: { policy: 'idempotent' },
	rateLimit: accountRateLimit,
	batch: {
		maxSize: maxKeys,
		key: ({ MsgKeyList: _keys, ...about }) => JSON.stringify(about),
		merge: (bodies) => ({ ...bodies[0], MsgKeyList: [...new Set(bodies.flatMap(keysOf))] }),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
