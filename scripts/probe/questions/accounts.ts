import { undecided, type Question } from '../question';

const of = (command: string) => `im_open_login_svc/${command}`;

const deletedId: Question = {
	name: 'UserID of a deleted account',
	question: 'Can an account that was deleted be imported again at once?',
	does: 'Deletes a throwaway account and imports it again.',
	async *ask(service) {
		const UserID = await service.account();
		const code = await service.decide(of('account_delete'), { DeleteItem: [{ UserID }] });
		if (code !== 0) return undecided(`the app may not delete accounts (${code})`);
		yield 2;
		const again = await service.decide(of('account_import'), { UserID });
		if (again === 0) return { answer: 'yes', readings: { deletedAccount: 'free' } };
		return again === 70399
			? { answer: 'no (70399)', readings: { deletedAccount: 'blocked' } }
			: { answer: `no (${again})` };
	},
};

const tour: Question = {
	name: 'Accounts and profiles',
	question: 'Are the commands for accounts answered like in the simulator?',
	does: 'Imports accounts in both documented forms, checks them, and sets and reads a profile.',
	async *ask(service) {
		const { belongings } = service;
		const [one, other] = [belongings.newId(), belongings.newId()];
		for (const id of [one, other]) belongings.note('account', id);
		await service.call(of('account_import'), { UserID: one });
		await service.call(of('multiaccount_import'), { AccountList: [{ UserID: other }] });
		await service.call(of('account_check'), {
			CheckItem: [{ UserID: one }, { UserID: service.unusedId() }],
		});
		await service.call('profile/portrait_set', {
			From_Account: one,
			ProfileItem: [{ Tag: 'Tag_Profile_IM_Nick', Value: 'probe' }],
		});
		await service.call('profile/portrait_get', {
			To_Account: [one],
			TagList: ['Tag_Profile_IM_Nick'],
		});
		await service.call('openim/query_online_status', { To_Account: [one, service.unusedId()] });
		await service.call(of('kick'), { UserID: one });
		yield 1;
	},
};

export const accounts: readonly Question[] = [deletedId, tour];
