import type { JsonObject } from '../../../json';
import type { Mute } from '../../../state/world';
import { command, unsigned } from '../../bodyRules';
import { refuse, type Call, type Endpoint } from '../../endpoint';

const forEver = 0xffffffff;

const seconds = ({ now }: Call) => Math.floor(now / 1000);

/** When a mute of so many seconds ends; 0 for none, the largest number for ever. */
const endOf = (call: Call, time: number) =>
	time === 0 || time === forEver ? time : seconds(call) + time;

/** How many seconds a mute has left. */
function leftOf(call: Call, until: number): number {
	return until === forEver ? until : Math.max(0, until - seconds(call));
}

const none: Mute = { direct: 0, groups: 0 };

/** Muting an Account Globally (1047/34923). The sample of the response has no ActionStatus. */
const setMute = command({
	path: 'openconfigsvr/setnospeaking',
	badBody: 130001,
	rules: {
		'Set_Account?': () => undefined,
		'C2CmsgNospeakingTime?': unsigned,
		'GroupmsgNospeakingTime?': unsigned,
	},
	handle(call) {
		const { Set_Account, C2CmsgNospeakingTime, GroupmsgNospeakingTime } = call.body;
		if (Set_Account === undefined || Set_Account === '') return refuse(130004, 'no Set_Account');
		const { accounts, mutes } = call.state.world;
		if (typeof Set_Account !== 'string' || !accounts.has(Set_Account)) {
			return refuse(130005, 'Set_Account is invalid');
		}
		if (C2CmsgNospeakingTime === undefined && GroupmsgNospeakingTime === undefined) {
			return refuse(130008, 'neither time is given');
		}
		const known = mutes.get(Set_Account) ?? none;
		mutes.set(Set_Account, {
			direct:
				C2CmsgNospeakingTime === undefined
					? known.direct
					: endOf(call, Number(C2CmsgNospeakingTime)),
			groups:
				GroupmsgNospeakingTime === undefined
					? known.groups
					: endOf(call, Number(GroupmsgNospeakingTime)),
		});
		return { response: {} };
	},
});

/** Querying a Global Mute (1047/34924): seconds that are left. */
const getMute = command({
	path: 'openconfigsvr/getnospeaking',
	badBody: 130001,
	rules: { 'Get_Account?': () => undefined },
	handle(call) {
		const { Get_Account } = call.body;
		if (Get_Account === undefined || Get_Account === '') return refuse(130002, 'no Get_Account');
		const { accounts, mutes } = call.state.world;
		if (typeof Get_Account !== 'string' || !accounts.has(Get_Account)) {
			return refuse(130003, 'Get_Account is invalid');
		}
		const { direct, groups } = mutes.get(Get_Account) ?? none;
		const response: JsonObject = {
			C2CmsgNospeakingTime: leftOf(call, direct),
			GroupmsgNospeakingTime: leftOf(call, groups),
		};
		return { response };
	},
});

export const muteCommands: readonly Endpoint[] = [setMute, getMute];
