import type { RecordedRequest } from '../../simulator';
import type { Run } from '../figures';
import type { BenchWorkflow } from '../n8n/server';
import type { Row } from '../recipients';
import type { RemoteSimulator } from '../../test/harness/remoteSimulator';
import { outcomeOf } from '../outcome';
import type { Plan } from './plan';

const frequencyCode = 60007;

function arrivals(requests: RecordedRequest[]) {
	const times = requests.map(({ at }) => at).sort((a, b) => a - b);
	const first = times[0] ?? 0;
	const seconds = ((times.at(-1) ?? 0) - first) / 1000;
	return {
		perSecond: seconds > 0 ? (times.length - 1) / seconds : 0,
		rejectedLater: requests.filter(
			({ at, errorCode }) => errorCode === frequencyCode && at - first >= 1000,
		).length,
	};
}

/** Sends the messages once and looks at what arrived. */
export async function runOnce(
	simulator: RemoteSimulator,
	workflow: BenchWorkflow,
	{ behaviour }: Plan,
	rows: Row[],
): Promise<Run> {
	await simulator.begin(behaviour);
	await workflow.run(rows);
	const seconds = await workflow.secondsOfLastRun();
	const { delivered, lost, doubled, rejected } = await outcomeOf(simulator, rows);
	const { perSecond, rejectedLater } = arrivals(await simulator.requests());
	return {
		seconds,
		deliveredPerSecond: delivered / seconds,
		arrivalsPerSecond: perSecond,
		lost,
		doubled,
		rejected,
		rejectedLater,
	};
}
