import type { Failure } from './errors/failure';
import type { Results } from './results';
import type { SignInGuard } from './scheduling/signInGuard';

/** Whether a run goes on. */
export class RunState {
	/** Somebody stopped the execution. */
	isCancelled = false;

	constructor(
		private readonly results: Results,
		private readonly signIn: SignInGuard,
	) {}

	/** Nothing new is begun. */
	get isEnding(): boolean {
		return this.results.isStopped || this.isCancelled;
	}

	/** What every item that is left fails with, without a call. */
	get fatalFailure(): Failure | undefined {
		return this.signIn.fatalFailure;
	}
}
