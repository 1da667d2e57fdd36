/**
 * Runs the main function of a command, and ends the process with the exit code that it gives, 0 when
 * it gives none. An error is meant for whoever typed the command: its message is printed.
 */
export function runMain(main: () => Promise<number | void>): void {
	main().then(
		(code) => process.exit(code ?? 0),
		(error: Error) => {
			console.error(error.message);
			process.exit(1);
		},
	);
}
