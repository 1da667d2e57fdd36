import type { Recovery } from '../contract';
import type { Failure } from './errors/failure';

/** Whether the recovery takes away what made a call fail. */
export function canRecover({ codes }: Recovery, { data }: Failure): boolean {
	return codes.some((code) => code === data.ErrorCode);
}

/** What the failure of a recovery's call means for the item: its own call certainly did nothing. */
export function recoveryFailed(said: string, failure: Failure): Failure {
	return { ...failure, effect: 'none', message: `${said}: ${failure.message}` };
}
