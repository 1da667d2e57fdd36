import type { JsonObject } from '../../../simulator/json';
import { undecided, type Question } from '../question';
import { randomNumber, Unavailable, type Service } from '../service/service';

const older = (command: string) => `all_member_push/im_${command}`;
const newer = (command: string) => `timpush/${command}`;

/** No such command, whatever else is wrong. */
const noCommand = 60009;
/** Push > Error Codes: the Push service is not enabled. */
const notEnabled = 90045;
/** Push > Error Codes and Chat > Error Codes: too many calls. */
const tooMany = [60007, 60011, 60018, 60019, 90051, 90057];

const tag = 'n8n-probe';

/** PushFlag 1 with Ext, which the page has for devices that are online only. */
const OfflinePushInfo = { PushFlag: 1, Title: 'probe', Desc: 'probe', Ext: 'probe' };

const paths: Question = {
	name: 'Paths of push commands',
	always: true,
	question: 'Which names of the push commands answer: all_member_push/*, timpush/*, or both?',
	does: 'Reads the tags of a throwaway account under both names.',
	async *ask(service) {
		const To_Account = [(await service.pair())[0]];
		const codes = [
			await service.decide(older('get_tag'), { To_Account }),
			await service.decide(newer('get_tag'), { To_Account }),
		];
		if (codes.includes(notEnabled)) return undecided('the Push service is not enabled');
		const [hasOlder, hasNewer] = codes.map((code) => code !== noCommand);
		if (hasOlder && hasNewer) return { answer: 'both', readings: { pushPaths: 'both' } };
		if (hasOlder) return { answer: 'all_member_push/*', readings: { pushPaths: 'legacy' } };
		return hasNewer
			? { answer: 'timpush/*', readings: { pushPaths: 'timpush' } }
			: undecided('neither name is known');
	},
};

/** @throws Unavailable where the command is not there */
async function requireCommand(service: Service, path: string, body: JsonObject): Promise<number> {
	const code = await service.decide(path, body);
	if (code === noCommand) throw new Unavailable('there is no such command (60009)');
	if (code === notEnabled) throw new Unavailable(`the Push service is not enabled (${code})`);
	return code;
}

const olderErrors: Question = {
	name: 'Failures of single users on the older push paths',
	question: 'Do the older tag commands list users who do not exist in an ErrorList?',
	does: 'Adds a tag to a throwaway account and to one that does not exist, with im_add_tag.',
	async *ask(service) {
		const users = [(await service.pair())[0], service.unusedId()];
		const code = await requireCommand(service, older('add_tag'), {
			UserTags: users.map((To_Account) => ({ To_Account, Tags: [tag] })),
		});
		if (Array.isArray(service.lastResponse.ErrorList)) {
			return { answer: 'yes', readings: { olderPushErrors: 'listed' } };
		}
		return code === 0
			? { answer: 'no', readings: { olderPushErrors: 'none' } }
			: { answer: `no, the call is refused with ${code}` };
	},
};

const tagTour: Question = {
	name: 'Tags',
	question: 'Are the newer commands for tags answered like in the simulator?',
	does: 'Adds, reads and removes a tag of a throwaway account, and of one that does not exist.',
	async *ask(service) {
		const To_Account = [(await service.pair())[1], service.unusedId()];
		const UserTags = To_Account.map((user) => ({ To_Account: user, Tags: [tag] }));
		await requireCommand(service, newer('add_tag'), { UserTags });
		await service.call(newer('add_tag'), { UserTags });
		await service.call(newer('get_tag'), { To_Account });
		await service.call(newer('remove_tag'), { UserTags });
		await service.call(newer('clear_all_tags'), { To_Account });
	},
};

const batch = (from: string, To_Account: string[], fields: JsonObject = {}): JsonObject => ({
	From_Account: from,
	To_Account,
	MsgRandom: randomNumber(),
	OfflinePushInfo,
	...fields,
});

const batchTour: Question = {
	name: 'Push to users, and its revocation',
	question: 'Can a push to users be revoked, and what does each of the calls answer?',
	does: 'Pushes to a throwaway account without a device and to one that does not exist, and revokes it twice.',
	async *ask(service) {
		const [from, to] = await service.pair();
		const receivers = [to, service.unusedId()];
		await requireCommand(service, newer('batch'), batch(from, receivers));
		const { TaskId } = await service.call(newer('batch'), batch(from, receivers));
		yield 2;
		await service.call(newer('revoke'), { TaskId, OfflinePushInfo });
		yield 4;
		await service.call(newer('revoke'), { TaskId, OfflinePushInfo });
		yield 6;
		await service.call(newer('revoke'), { TaskId: 'none', OfflinePushInfo });
	},
};

const rateUnit: Question = {
	name: 'What the rate of pushes to users counts',
	always: true,
	question: 'Are calls counted, or receivers (30 a second on trial editions)?',
	does: 'Pushes four times within a second to twelve throwaway accounts without a device.',
	async *ask(service) {
		const [from] = await service.pair();
		const receivers = await service.accounts(12);
		await requireCommand(service, newer('batch'), batch(from, receivers.slice(0, 1)));
		yield 3;
		const bodies = Array.from({ length: 4 }, () => batch(from, receivers));
		const refused = (await service.decideAtOnce(newer('batch'), bodies)).filter((code) =>
			tooMany.includes(code),
		);
		return refused.length > 0
			? { answer: 'receivers: four calls within a second are too many' }
			: undecided('the edition takes 48 receivers a second, so that it cannot be seen');
	},
};

const rateCode: Question = {
	name: 'Code of a revocation too many',
	question: 'Which code has the second revocation within a second?',
	does: 'Revokes a push that does not exist, three times within a second.',
	async *ask(service) {
		yield 30;
		const body = { TaskId: 'none', OfflinePushInfo };
		await requireCommand(service, newer('revoke'), body);
		yield 32;
		const codes = await service.decideAtOnce(newer('revoke'), [body, body, body]);
		const code = codes.find((one) => tooMany.includes(one));
		return code === undefined
			? undecided('no call is refused for its rate')
			: { answer: `${code}` };
	},
};

const toAllCopies: Question = {
	name: 'Copies of a push to all',
	question: 'Is a MsgRandom of a push to all remembered for seven days, or for a second?',
	does: 'Pushes twice with one number, two seconds apart, to all users with a tag that one throwaway account has.',
	needs: ['push-all'],
	async *ask(service) {
		const [from, to] = await service.pair();
		const own = service.unusedId();
		await requireCommand(service, newer('add_tag'), {
			UserTags: [{ To_Account: to, Tags: [own] }],
		});
		const push = {
			From_Account: from,
			MsgRandom: randomNumber(),
			Condition: { TagsOr: [own] },
			OfflinePushInfo,
		};
		const { TaskId } = await service.call(newer('push'), push);
		yield 2;
		const code = await service.decide(newer('push'), push);
		if (TaskId === undefined) return undecided('there is no TaskId');
		if (code !== 0) return { answer: `the copy is refused with ${code}` };
		return service.lastResponse.TaskId === TaskId
			? { answer: 'for longer than two seconds', readings: { pushDedupSeconds: 604_800 } }
			: { answer: 'for less than two seconds', readings: { pushDedupSeconds: 1 } };
	},
};

export const push: readonly Question[] = [
	paths,
	olderErrors,
	tagTour,
	batchTour,
	rateUnit,
	rateCode,
	toAllCopies,
];
