import {
	partlyDone,
	failureOf,
	inDoubt,
	withNames,
} from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import type { Failure } from '../../../nodes/TencentChatDesk/delivery/errors/failure';

describe('a failed call', () => {
	it.each<[Failure['kind'], Failure['effect']]>([
		['frequency', 'none'],
		['signature', 'none'],
		['lockedOut', 'none'],
		['unavailable', 'none'],
		['credential', 'none'],
		['permanent', 'none'],
		['unexplained', 'none'],
		['unreachable', 'none'],
		['transient', 'unknown'],
		['lost', 'unknown'],
	])('of the kind "%s" had this effect: %s', (kind, effect) => {
		expect(failureOf(kind, 'It failed', 'Do something.')).toEqual({
			kind,
			effect,
			message: 'It failed',
			advice: 'Do something.',
			data: {},
		});
	});

	it('whose effect is unknown stays as it is after an attempt whose effect is unknown too', () => {
		const lost = failureOf('lost', 'It failed', 'Look first.');
		expect(inDoubt(lost)).toBe(lost);
	});

	it('that broke a chain after calls that were carried out has done a part of it', () => {
		const refused = failureOf('permanent', 'It failed', 'Do something.');
		expect(partlyDone(refused, 1, 2)).toMatchObject({ kind: 'permanent', effect: 'partial' });
	});

	it('that broke a chain keeps what is unknown of its effect', () => {
		const lost = failureOf('lost', 'It failed', 'Look first.', { httpStatus: 502 });
		expect(partlyDone(lost, 1, 2)).toEqual({
			kind: 'lost',
			effect: 'unknown',
			message: 'It failed',
			advice: '1 of 2 calls were carried out before, and are not made again. Look first.',
			data: { httpStatus: 502, callsCarriedOut: 1, callsPlanned: 2 },
		});
	});

	it.each([
		['one name', { MemberId: 'noah@example.com' }, 'It failed: noah@example.com'],
		[
			'several',
			{ AgentIdList: ['noah@example.com', 'mia@example.com'] },
			'It failed: noah@example.com, mia@example.com',
		],
		['none', { MemberId: '', AgentIdList: [7, null] }, 'It failed'],
		['an empty one', { MemberId: '', AgentIdList: ['noah'] }, 'It failed: noah'],
		['nothing that is asked for', { ClientUserID: 'alice' }, 'It failed'],
	])('names whom it is about, where the body has %s', (_what, body, message) => {
		const about = ['MemberId', 'AgentIdList'];
		const failure = { ...failureOf('unavailable', 'It failed', 'Do something.'), about };
		expect(withNames(failure, body).message).toBe(message);
	});

	it('shows only the beginning of a name that is none', () => {
		const failure = { ...failureOf('permanent', 'It failed', 'Do something.'), about: ['To'] };
		expect(withNames(failure, { To: 'x'.repeat(500) }).message).toBe(
			`It failed: ${'x'.repeat(100)}`,
		);
	});
});
