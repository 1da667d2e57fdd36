import { importAccount } from '../../../state/world';
import { isBlocked } from './blocked';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

const maxUserIdBytes = 32;

/** Chat > Importing a Single Account (v4/im_open_login_svc/account_import). */
export const accountImport: Endpoint = {
	path: 'im_open_login_svc/account_import',
	callsPerSecond: 200,
	codes: generalCodes,
	fields: ['UserID', 'Nick', 'FaceUrl'],
	handle(call: Call): Outcome {
		const { UserID, Nick, FaceUrl } = call.body;
		if (UserID === undefined || UserID === '') return refuse(70402, 'UserID is missing');
		if (typeof UserID !== 'string') return refuse(60015, 'UserID has to be a String');
		if (Buffer.byteLength(UserID) > maxUserIdBytes) {
			return refuse(70402, `UserID has more than ${maxUserIdBytes} bytes`);
		}
		if (Nick !== undefined && typeof Nick !== 'string') {
			return refuse(70402, 'Nick has to be a String');
		}
		if (FaceUrl !== undefined && typeof FaceUrl !== 'string') {
			return refuse(70402, 'FaceUrl has to be a String');
		}
		if (isBlocked(call, UserID)) {
			return refuse(70399, 'the UserID was deleted within the last three months');
		}
		importAccount(call.state.world, { userId: UserID, nick: Nick, faceUrl: FaceUrl });
		return { response: {} };
	},
};
