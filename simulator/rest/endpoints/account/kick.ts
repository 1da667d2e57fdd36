import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

/** Chat > Invalidating Account Login States (v4/im_open_login_svc/kick). */
export const accountKick: Endpoint = {
	path: 'im_open_login_svc/kick',
	callsPerSecond: 200,
	codes: generalCodes,
	fields: ['UserID'],
	handle(call: Call): Outcome {
		const { UserID } = call.body;
		if (UserID === undefined || UserID === '') return refuse(70402, 'UserID is missing');
		if (typeof UserID !== 'string') return refuse(60015, 'UserID has to be a String');
		const account = call.state.world.accounts.get(UserID);
		if (!account) return refuse(70107, 'there is no such account');
		account.online = false;
		return { response: {} };
	},
};
