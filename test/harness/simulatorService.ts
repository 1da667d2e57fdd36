/** The simulator in a process of its own, so that its work does not slow down what it measures. */
import { demoWorld, startSimulator } from '../../simulator';
import { customersOf } from './messages';
import { reportReady, serviceInput } from './service';

async function main(): Promise<void> {
	const { customers } = serviceInput<{ customers: number }>();
	const { url } = await startSimulator({
		world: { accounts: [...demoWorld().accounts, ...customersOf(customers)] },
	});
	// Whoever started this decides when it ends, not a Ctrl+C in the terminal.
	process.on('SIGINT', () => undefined);
	reportReady({ url });
}

void main();
