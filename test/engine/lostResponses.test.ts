import { callsApi } from '../../nodes/TencentChatDesk/operations/operation';
import { catalogue, outputOf } from '../harness/schemas/catalogue';
import { startSimulator, type Simulator } from '../../simulator';
import { findOperation } from '../support/operation';

/**
 * Their repeats are refused, and neither a code nor a look says why, so that the item stays in doubt:
 * "already seated" does not say on which seat. A message that was imported is refused by 10004, which
 * stands for other bad times, too, and a call brings several. For a scheduled push that was deleted
 * Tencent prints no code, and not what Get Schedule then answers.
 */
const unclear = ['seat.pickUser', 'group.importMessage', 'push.deleteSchedule'];

/** Operations of one path that a second call does not change anything for. */
const retryable = catalogue.flatMap((entry) => {
	const operation = findOperation(entry.resource, entry.operation);
	if (!operation || !callsApi(operation) || operation.retry.policy !== 'idempotent') return [];
	if (unclear.includes(entry.key)) return [];
	const path = typeof operation.path === 'string' ? operation.path : operation.commands?.[0];
	return path === undefined ? [] : [{ ...entry, path }];
});

describe('an operation that may be repeated at will', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ behaviour: { rateLimit: null } });
		// A lucky draw for every back-off.
		jest.spyOn(Math, 'random').mockReturnValue(0.02);
	});
	afterAll(async () => {
		jest.restoreAllMocks();
		await simulator.close();
	});

	it.each(retryable)('$key succeeds though the first response was lost', async (entry) => {
		const { path } = entry;

		const output = await outputOf(simulator, entry, () => {
			simulator.behaviour.failNext.push({ path, fault: { kind: 'loseResponse' } });
		});

		expect(simulator.behaviour.failNext).toEqual([]);
		expect(output.length).toBeGreaterThan(0);
	});
});
