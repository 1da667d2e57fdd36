import { tellPushed } from '../../../callbacks/push';
import { isStringArray, isUnsigned32 } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { isOfflinePushInfo } from '../../offlinePush';
import { responseWith, newerFamily, sorted } from './family';
import { pushCodes } from './pushChecks';

const maxReceivers = 500;
const maxDataIdBytes = 64;

/** Push > Push to Single or Multiple Users (v4/timpush/batch). */
export const pushToUsers: Endpoint = {
	path: 'timpush/batch',
	callsPerSecond: 30,
	// CN 137903: 30, 500 or 800 users a second, by edition.
	unitsPerSecond: {
		limit: ({ pushReceiversPerSecond }) => pushReceiversPerSecond,
		count: ({ To_Account }) => (Array.isArray(To_Account) ? To_Account.length : 0),
	},
	codes: pushCodes,
	fields: ['From_Account', 'To_Account', 'MsgRandom', 'OfflinePushInfo', 'DataId'],
	handle(call: Call): Outcome {
		const { body, state, now } = call;
		const { From_Account, To_Account, MsgRandom, OfflinePushInfo, DataId } = body;
		if (typeof From_Account !== 'string' || From_Account === '') {
			return refuse(90001, 'From_Account has to be a String');
		}
		if (!isStringArray(To_Account) || To_Account.length === 0 || To_Account.length > maxReceivers) {
			return refuse(90001, 'To_Account has to be an Array of 1 to 500 String');
		}
		if (!isUnsigned32(MsgRandom)) {
			return refuse(90001, 'MsgRandom has to be an unsigned 32-bit Integer');
		}
		if (OfflinePushInfo === undefined || !isOfflinePushInfo(OfflinePushInfo)) {
			return refuse(90001, 'OfflinePushInfo is missing or wrong');
		}
		if (
			DataId !== undefined &&
			(typeof DataId !== 'string' || Buffer.byteLength(DataId) > maxDataIdBytes)
		) {
			return refuse(90057, 'DataId has to be a String of up to 64 bytes');
		}
		const { done, failed } = sorted(call, newerFamily, To_Account, (user) => user);
		const TaskId = state.push.addTask(state.app.sdkAppId, {
			at: now,
			receivers: done,
			revocable: true,
			stored: false,
		});
		tellPushed(call, TaskId, done, DataId);
		return responseWith({ TaskId }, failed);
	},
};
