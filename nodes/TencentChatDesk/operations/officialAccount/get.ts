import type { SingleOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { accountProperty, accountRateLimit, baseFields, readAccount } from './accountFields';

const idOf = ({ OfficialAccountIdList }: { OfficialAccountIdList?: unknown }) =>
	(OfficialAccountIdList as Array<{ Official_Account: string }>)[0]!.Official_Account;

export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get an official account',
	description: 'Read the name, the owner and other fields of an official account',
	documentation: 'https://trtc.io/document/60758',
	shape: 'single',
	path: 'official_account_open_http_svc/get_official_account_info',
	properties: [accountProperty],
	options: [],
	request: (fields) => ({
		OfficialAccountIdList: [{ Official_Account: readAccount(fields) }],
		ResponseFilter: { OfficialAccountBaseInfoFilter: baseFields },
	}),
	orderingKey: ({ OfficialAccountIdList }) => JSON.stringify(OfficialAccountIdList),
	retry: { policy: 'idempotent' },
	rateLimit: accountRateLimit,
	interpret(response, body) {
		const Official_Account = idOf(body);
		const [account] = recordsIn(response, 'OfficialAccountInfoList');
		const { ErrorCode = account ? 0 : 130004, ErrorInfo, ...rest } = account ?? {};
		if (typeof ErrorCode === 'number' && ErrorCode !== 0) {
			const info = typeof ErrorInfo === 'string' ? ErrorInfo : '';
			return { done: false, code: ErrorCode, info, data: { ErrorCode, Official_Account } };
		}
		return { done: true, output: { Official_Account, ...rest } };
	},
};
