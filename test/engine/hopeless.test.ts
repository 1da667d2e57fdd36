import type { IDataObject } from 'n8n-workflow';
import { demoApp, startSimulator, type Simulator } from '../../simulator';
import { runNode } from '../harness/engine';

describe('when the credential cannot work', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startSimulator();
	});
	afterEach(async () => await simulator.close());

	const items = Array.from({ length: 200 }, (_, number) => ({ to: 'alice', number }));

	async function send(credential: IDataObject) {
		return await runNode(
			{
				parameters: {
					resource: 'directMessage',
					operation: 'send',
					toAccount: '={{ $json.to }}',
					text: '=Message {{ $json.number }}',
				},
				onError: 'continueErrorOutput',
			},
			items,
			{
				credentials: {
					tencentChatDeskApi: {
						sdkAppId: demoApp.sdkAppId,
						identifier: 'administrator',
						secretKey: demoApp.secretKey,
						region: 'custom',
						customHost: simulator.url,
						...credential,
					},
				},
			},
		);
	}

	it('a wrong key fails every item after a handful of calls, before the app is locked out', async () => {
		const run = await send({ secretKey: 'f'.repeat(64) });
		expect(run.output).toEqual([]);
		expect(run.errorOutput).toHaveLength(items.length);
		const errors = run.errorOutput.map(({ json }) => json.error as IDataObject);
		expect(new Set(errors.map(({ ErrorCode }) => ErrorCode))).toEqual(new Set([70009]));
		expect(errors.every(({ mayHaveBeenSent }) => mayHaveBeenSent === false)).toBe(true);
		expect(simulator.requests.length).toBeLessThan(10);
	});

	it('an identifier without the admin role is not tried two hundred times', async () => {
		const run = await send({ identifier: 'alice' });
		expect(run.errorOutput).toHaveLength(items.length);
		expect(simulator.requests.length).toBeLessThan(10);
	});

	it('a signature that stays expired after signing again is not tried for every item', async () => {
		simulator.behaviour.faults = [{ probability: 1, fault: { kind: 'errorCode', code: 70001 } }];
		const run = await send({});
		expect(run.errorOutput).toHaveLength(items.length);
		expect(simulator.requests.length).toBeLessThan(20);
	});

	it('one bad item after another does not count as a bad credential', async () => {
		simulator.behaviour.faults = [{ probability: 1, fault: { kind: 'errorCode', code: 90012 } }];
		const run = await send({});
		expect(run.errorOutput).toHaveLength(items.length);
		expect(simulator.requests.length).toBe(items.length);
	});
});
