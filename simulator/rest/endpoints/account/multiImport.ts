import { isObject, type JsonObject } from '../../../json';
import { importAccount } from '../../../state/world';
import { isBlocked } from './blocked';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

const maxAccounts = 100;
const maxUserIdBytes = 32;

const isTextOrAbsent = (value: unknown): value is string | undefined =>
	value === undefined || typeof value === 'string';

/** Chat > Importing Multiple Accounts (v4/im_open_login_svc/multiaccount_import), both forms. */
export const accountMultiImport: Endpoint = {
	path: 'im_open_login_svc/multiaccount_import',
	callsPerSecond: 100,
	codes: generalCodes,
	fields: ['Accounts', 'AccountList'],
	handle(call: Call): Outcome {
		const { world } = call.state;
		const { Accounts, AccountList } = call.body;
		const older = Array.isArray(Accounts)
			? Accounts.map((UserID): JsonObject => ({ UserID }))
			: undefined;
		const list = AccountList ?? older;
		if (!Array.isArray(list) || list.length === 0 || list.length > maxAccounts) {
			return refuse(70402, `the list has to hold 1 to ${maxAccounts} accounts`);
		}
		const failed: string[] = [];
		const good: Array<{ userId: string; nick?: string; faceUrl?: string }> = [];
		for (const item of list) {
			const { UserID, Nick, FaceUrl } = isObject(item) ? item : {};
			if (UserID === undefined || UserID === '') return refuse(70402, 'UserID is missing');
			if (typeof UserID !== 'string') return refuse(60015, 'UserID has to be a String');
			if (!isTextOrAbsent(Nick) || !isTextOrAbsent(FaceUrl)) {
				return refuse(70402, 'Nick and FaceUrl have to be Strings');
			}
			const tooLong = Buffer.byteLength(UserID) > maxUserIdBytes;
			if (tooLong || isBlocked(call, UserID)) failed.push(UserID);
			else good.push({ userId: UserID, nick: Nick, faceUrl: FaceUrl });
		}
		for (const account of good) importAccount(world, account);
		return { response: { FailAccounts: failed } };
	},
};
