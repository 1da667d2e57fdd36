import { usageOf } from './usage.cjs';

/**
 * Runs the main function of a command, and ends the process with the exit code that it gives, 0 when
 * it gives none. An error is meant for whoever typed the command: its message is printed.
 *
 * @param usage what `--help` prints; the comment at the head of the script when left out
 */
export function runMain(
	main: () => Promise<number | void>,
	usage: () => string = () => usageOf(process.argv[1] ?? ''),
): void {
	if (process.argv.includes('--help')) {
		console.log(usage());
		return;
	}
	main().then(
		(code) => process.exit(code ?? 0),
		(error: Error) => {
			console.error(error.message);
			process.exit(1);
		},
	);
}
