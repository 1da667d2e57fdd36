import type { JsonObject } from '../json';
import type { Call } from '../rest/endpoint';

const command = 'Push.AllMemberPush';
/** Push > After a Push Is Sent: 1 to 100 events in one call. */
const maxEvents = 100;
const ios = 1;
const [offline, online] = [1, 2];
const sent = 1;

/**
 * Push > the callback for pushes to users (page 67551): how far each of them came. Here a push is sent
 * and goes no further. Times are seconds on this page, and there is neither ClientIP nor OptPlatform.
 */
export function tellPushed(
	call: Call,
	TaskId: string,
	receivers: readonly string[],
	DataId: JsonObject[string] = undefined,
): void {
	if (!call.callbacks.wants(call.state, { command })) return;
	const now = Math.floor(call.now / 1000);
	const events = receivers.map((To_Account): JsonObject => {
		const isOnline = call.state.world.accounts.get(To_Account)?.online === true;
		return {
			CallbackCommand: command,
			EventType: isOnline ? online : offline,
			TaskId,
			...(DataId !== undefined && { DataId }),
			TaskTime: now,
			EventTime: now,
			To_Account,
			// "Always 0 for online pushes"; nobody has a device here, so the others are alike.
			PushPlatform: isOnline ? 0 : ios,
			PushStage: sent,
			ErrCode: 0,
			ErrInfo: '',
		};
	});
	for (let first = 0; first < events.length; first += maxEvents) {
		call.callbacks.tell(call.state, {
			command,
			platform: call.platform,
			body: { Events: events.slice(first, first + maxEvents) },
			leavesOut: ['ClientIP', 'OptPlatform', 'command in the body'],
		});
	}
}
