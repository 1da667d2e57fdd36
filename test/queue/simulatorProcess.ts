/** The simulator in a process of its own: its work is not to slow down what it measures. */
import { demoWorld, startSimulator } from '../../simulator';
import { CUSTOMERS, customerName } from './letters';

async function main(): Promise<void> {
	const { accounts } = demoWorld();
	const customers = Array.from({ length: CUSTOMERS }, (_, number) => customerName(number));
	const simulator = await startSimulator({ world: { accounts: [...accounts, ...customers] } });
	const end = () => void simulator.close().then(() => process.exit());
	process.once('disconnect', end);
	// The one who started this decides when it ends, not a Ctrl+C in the terminal.
	process.on('SIGINT', () => undefined);
	process.send?.(simulator.url);
}

void main();
