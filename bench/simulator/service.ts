/** The simulator in a process of its own, with an account for every recipient. */
import { demoWorld, startSimulator } from '../../simulator';
import { recipient, RECIPIENTS } from '../recipients';
import { reportReady } from '../service';

async function main(): Promise<void> {
	const accounts = Array.from({ length: RECIPIENTS }, (_, number) => recipient(number));
	const { url } = await startSimulator({
		world: { accounts: [...demoWorld().accounts, ...accounts] },
	});
	reportReady({ url });
}

void main();
