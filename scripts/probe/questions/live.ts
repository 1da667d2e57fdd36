import { isObject } from '../../../simulator/json';
import { undecided, type Question } from '../question';

const of = (command: string) => `live_engine_http_srv/${command}`;

const ofSeats = (command: string) => `room_engine_http_mic/${command}`;

const badParameter = 100002;
const noCommand = 60009;

const unknownSender: Question = {
	name: 'Unknown sender in a live room',
	question: 'May an account that does not exist write into a live room?',
	does: 'Sends a text into a throwaway room in the name of an account that does not exist.',
	async *ask(service) {
		const [owner] = await service.pair();
		const RoomId = await service.room(owner);
		const code = await service.decide(of('send_text_msg'), {
			RoomId,
			Sender_Account: service.unusedId(),
			TextContent: 'probe',
		});
		if (code === 0) return { answer: 'yes', readings: { liveUnknownSender: 'accept' } };
		return code === badParameter
			? { answer: 'no (100002)', readings: { liveUnknownSender: 'refuse' } }
			: { answer: `no (${code})` };
	},
};

const extensionInfo: Question = {
	name: 'ExtensionInfo without JSON',
	question: 'Has ExtensionInfo of send_text_msg to be JSON?',
	does: 'Sends a text into a throwaway room, with an ExtensionInfo that is no JSON.',
	async *ask(service) {
		const [owner] = await service.pair();
		const code = await service.decide(of('send_text_msg'), {
			RoomId: await service.room(owner),
			Sender_Account: owner,
			TextContent: 'probe',
			ExtensionInfo: 'no JSON',
		});
		if (code === 0) return { answer: 'no', readings: { extensionInfoMustBeJson: false } };
		return code === badParameter
			? { answer: 'yes (100002)', readings: { extensionInfoMustBeJson: true } }
			: undecided(`it is refused with ${code}`);
	},
};

const firstPage: Question = {
	name: 'First page of live rooms',
	question: 'Does the list of rooms begin with Next "" (page) or "0" (Tencent\'s own client)?',
	does: 'Asks for one room, with each of them.',
	async *ask(service) {
		const code = async (Next: string) =>
			await service.decide(of('get_room_list'), { Next, Count: 1 });
		return { answer: `"" gets ${await code('')}, "0" gets ${await code('0')}` };
	},
};

const statisticsName: Question = {
	name: 'Statistics of a live room',
	question: "Is it get_room_stats (page) or get_room_statistic (Tencent's own client)?",
	does: 'Calls both for a room that does not exist.',
	async *ask(service) {
		const RoomId = service.unusedId();
		const page = await service.decide(of('get_room_stats'), { RoomId });
		const client = await service.decide(of('get_room_statistic'), { RoomId });
		return { answer: `get_room_stats gets ${page}, get_room_statistic ${client}` };
	},
};

const mutedPages: Question = {
	name: 'Pages of muted members in a live room',
	question:
		"Does get_muted_member_list have pages? Its page shows none, Tencent's own client asks for them.",
	does: 'Mutes two accounts in a throwaway room, and asks for one of them.',
	async *ask(service) {
		const MemberList_Account = await service.pair();
		const RoomId = await service.room(MemberList_Account[0]);
		await service.call(of('mute_member'), { RoomId, MemberList_Account, MuteTime: 60 });
		const page = { RoomId, Offset: 0, Limit: 1 };
		const code = await service.decide(of('get_muted_member_list'), page);
		const { Response = {} } = service.lastResponse;
		if (!isObject(Response) || !Array.isArray(Response.MutedAccountList)) {
			return undecided(`there is no list (${code})`);
		}
		if (Response.MutedAccountList.length > 1) {
			return { answer: 'no, they come at once', readings: { mutedListPaging: 'none' } };
		}
		if (Response.NextOffset !== undefined) {
			return { answer: 'yes, by NextOffset', readings: { mutedListPaging: 'offset' } };
		}
		return Response.Next === undefined
			? { answer: 'yes, without a word on the next' }
			: { answer: 'yes, by Next', readings: { mutedListPaging: 'next' } };
	},
};

const kickData: Question = {
	name: 'Data of who is taken off a seat',
	question: 'Has Data of kick_user_off_seat to be given?',
	does: 'Asks to take the owner of a throwaway room off a seat, who has none, without Data and with it.',
	async *ask(service) {
		const [Member_Account] = await service.pair();
		const seated = { RoomId: await service.room(Member_Account), Member_Account };
		const without = await service.decide(ofSeats('kick_user_off_seat'), seated);
		const with_ = await service.decide(ofSeats('kick_user_off_seat'), { ...seated, Data: '' });
		if ([badParameter, noCommand].includes(with_)) {
			return undecided(`it is refused with Data, too (${with_})`);
		}
		if (without === badParameter) return { answer: 'yes', readings: { kickDataRequired: true } };
		return without === with_
			? { answer: 'no', readings: { kickDataRequired: false } }
			: { answer: `without it there is ${without}, with it ${with_}` };
	},
};

const tour: Question = {
	name: 'Live rooms',
	question: 'Are the commands for live rooms answered like in the simulator?',
	does: 'Creates a throwaway room that the list does not show, writes, mutes, sets metadata and destroys it.',
	async *ask(service) {
		const [owner, other] = await service.pair();
		const RoomId = await service.room(owner);
		const room = { RoomId };
		await service.call(of('get_room_info'), room);
		await service.call(of('update_room_info'), { RoomInfo: { RoomId, Notice: 'probe' } });
		const text = { RoomId, Sender_Account: owner, TextContent: 'probe' };
		await service.call(of('send_text_msg'), text);
		await service.call(of('send_text_msg'), { ...text, ExtensionInfo: '{"probe":1}' });
		await service.call(of('send_custom_msg'), {
			RoomId,
			Sender_Account: owner,
			BusinessId: 'probe',
			Data: '{}',
		});
		const MemberList_Account = [other];
		await service.call(of('mute_member'), { RoomId, MemberList_Account, MuteTime: 60 });
		await service.call(of('get_muted_member_list'), room);
		await service.call(of('ban_member'), { RoomId, MemberList_Account, Duration: 60 });
		await service.call(of('get_banned_member_list'), { RoomId, Offset: 0, Limit: 10 });
		await service.call(of('get_admin_list'), room);
		await service.call(ofSeats('get_seat_list'), room);
		await service.call(of('get_room_stats'), room);
		yield 1;
		await service.call(of('destroy_room'), room);
		await service.call(of('get_room_info'), room);
	},
};

export const live: readonly Question[] = [
	unknownSender,
	extensionInfo,
	firstPage,
	statisticsName,
	mutedPages,
	kickData,
	tour,
];
