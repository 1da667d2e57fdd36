import type { Call } from '../../endpoint';

/** Whether a UserID cannot be imported because its account was deleted: Chat > Error Codes, 70399. */
export function isBlocked({ behaviour, state }: Call, userId: string): boolean {
	return behaviour.deletedAccount === 'blocked' && state.world.deletedAccounts.has(userId);
}
