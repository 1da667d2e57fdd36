import { failureOf, type Failure } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { noAttempts } from '../../../nodes/TencentChatDesk/delivery/scheduling/retry';
import { SignInGuard } from '../../../nodes/TencentChatDesk/delivery/scheduling/signInGuard';
import { newAccount } from './support/accounts';

let now = 1_000;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

const signInKinds: Array<Failure['kind']> = ['credential', 'signature', 'lockedOut'];
const failed = (kind: Failure['kind'], ErrorCode?: number) =>
	failureOf(kind, 'It failed', 'Do something.', ErrorCode === undefined ? {} : { ErrorCode });

/** Whether any number of calls may be under way. */
const isTrusted = ({ maxConcurrency }: SignInGuard) => maxConcurrency === Number.POSITIVE_INFINITY;

function trustedGuard(): SignInGuard {
	const guard = new SignInGuard(newAccount());
	guard.succeeded();
	return guard;
}

describe('a signature that was not tried yet', () => {
	it('is tried with three calls at once, which cannot lock the app out', () => {
		expect(new SignInGuard(newAccount()).maxConcurrency).toBe(3);
	});

	it('is trusted once a call did its work, by the next run too', () => {
		const account = newAccount();
		new SignInGuard(account).succeeded();
		expect(isTrusted(new SignInGuard(account))).toBe(true);
	});

	it('is trusted once a call of a recovery was taken', () => {
		const guard = new SignInGuard(newAccount());
		guard.accepted();
		expect(isTrusted(guard)).toBe(true);
	});

	it.each<[string, Failure, boolean]>([
		['with a code about something else', failed('permanent', 80001), true],
		['with a code of its own server', failed('transient', 60008), true],
		['without a code, which Tencent may not have given', failed('lost'), false],
		['by the network', failed('unreachable'), false],
		['for the signature', failed('signature', 70001), false],
	])('and meets a failure %s is trusted: %s', (_what, failure, expected) => {
		const guard = new SignInGuard(newAccount());
		guard.failed(failure, noAttempts());
		expect(isTrusted(guard)).toBe(expected);
	});
});

describe('a signature that was trusted', () => {
	it.each(signInKinds)('is not after a failure of the kind "%s"', (kind) => {
		const guard = trustedGuard();
		guard.failed(failed(kind, 70001), noAttempts());
		expect(isTrusted(guard)).toBe(false);
	});

	it('still is after a failure that says nothing of it', () => {
		const guard = trustedGuard();
		guard.failed(failed('lost'), noAttempts());
		expect(isTrusted(guard)).toBe(true);
	});
});

describe('a run whose sign-in fails for good', () => {
	/** Gives up after such failures, one after another. */
	function givenUp(...kinds: Array<Failure['kind']>): SignInGuard {
		const guard = new SignInGuard(newAccount());
		for (const [index, kind] of kinds.entries()) guard.gaveUp(failed(kind, index));
		return guard;
	}

	it.each(signInKinds)('three times ("%s") tries no other item', (kind) => {
		expect(givenUp(kind, kind).fatalFailure).toBeUndefined();
		expect(givenUp(kind, kind, kind).fatalFailure).toEqual(failed(kind, 2));
	});

	it('fails for ever with the same words', () => {
		const guard = givenUp('credential', 'credential', 'credential', 'signature');
		expect(guard.fatalFailure).toEqual(failed('credential', 2));
	});

	it('goes on when the failures are about the items', () => {
		const kinds: Array<Failure['kind']> = ['permanent', 'lost', 'frequency', 'unreachable'];
		expect(givenUp(...kinds).fatalFailure).toBeUndefined();
	});

	it('counts from the last call that did its work', () => {
		const guard = givenUp('signature', 'signature');
		guard.succeeded();
		guard.gaveUp(failed('signature'));
		guard.gaveUp(failed('signature'));
		expect(guard.fatalFailure).toBeUndefined();
	});
});

describe('a lock-out', () => {
	const lockedOut = failed('lockedOut', 70050);
	/** Whether the wait for its end is over, as a call learns that meets it now. */
	function isWaitedOut(guard: SignInGuard): boolean {
		const attempts = noAttempts();
		guard.failed(lockedOut, attempts);
		return attempts.waitedLockOut;
	}

	it('is waited out a minute after the first call that met it, for all calls together', () => {
		const guard = new SignInGuard(newAccount());
		expect(isWaitedOut(guard)).toBe(false);
		now += 60_999;
		expect(isWaitedOut(guard)).toBe(false);
		now += 1;
		expect(isWaitedOut(guard)).toBe(true);
	});

	it('that comes after a call that did its work is another one', () => {
		const guard = new SignInGuard(newAccount());
		isWaitedOut(guard);
		guard.succeeded();
		now += 61_000;
		expect(isWaitedOut(guard)).toBe(false);
	});

	it('is not waited for by a call that failed for something else', () => {
		const guard = new SignInGuard(newAccount());
		isWaitedOut(guard);
		now += 61_000;
		const attempts = noAttempts();
		guard.failed(failed('permanent', 80001), attempts);
		expect(attempts.waitedLockOut).toBe(false);
	});
});
