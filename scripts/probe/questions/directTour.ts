import { history } from './messages';
import type { Question } from '../question';
import { randomNumber, textBody } from '../service/service';

const tour: Question = {
	name: 'Direct messages',
	question: 'Are the commands for direct messages answered like in the simulator?',
	does: 'Writes between two throwaway accounts, reads, marks as read, counts, changes and recalls.',
	async *ask(service) {
		const [from, to] = [await service.account(), await service.account()];
		const send = async (MsgSeq: number) =>
			await service.call('openim/sendmsg', {
				From_Account: from,
				To_Account: to,
				SyncOtherMachine: 1,
				MsgSeq,
				MsgRandom: randomNumber(),
				MsgBody: textBody(`probe ${MsgSeq}`),
				CloudCustomData: 'probe',
			});
		const { MsgKey } = await send(1);
		await send(2);
		await send(3);
		await service.call('openim/batchsendmsg', {
			From_Account: from,
			To_Account: [to, service.unusedId()],
			MsgRandom: randomNumber(),
			MsgBody: textBody('probe: to many'),
		});
		await service.call('openim/importmsg', {
			SyncFromOldSystem: 2,
			From_Account: from,
			To_Account: to,
			MsgSeq: 4,
			MsgRandom: randomNumber(),
			MsgTimeStamp: Math.floor(service.now() / 1000),
			MsgBody: textBody('probe: imported'),
		});
		yield 2;
		await history(service, to, from);
		const unread = { To_Account: to, Peer_Account: [from] };
		await service.call('openim/get_c2c_unread_msg_num', unread);
		await service.call('openim/admin_set_msg_read', { Report_Account: to, Peer_Account: from });
		const message = { From_Account: from, To_Account: to, MsgKey: MsgKey ?? '' };
		await service.call('openim/modify_c2c_msg', { ...message, MsgBody: textBody('probe: new') });
		await service.call('openim/admin_msgwithdraw', message);
		await service.call('openim/admin_msgwithdraw', message);
	},
};

export const directTour: readonly Question[] = [tour];
