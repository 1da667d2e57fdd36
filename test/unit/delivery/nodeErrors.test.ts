import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { CredentialError } from '../../../credentials/credentialError';
import { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';
import {
	partlyDone,
	failureOf,
	inDoubt,
} from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { failedItem, sentItem } from '../../../nodes/TencentChatDesk/delivery/errors/items';
import { networkFailure } from '../../../nodes/TencentChatDesk/delivery/transport/networkFailure';
import {
	adviceOf,
	isInDoubt,
	messageOf,
	toNodeError,
	itemErrorOf,
	type ItemError,
} from '../../../nodes/TencentChatDesk/delivery/errors/nodeErrors';

const node: INode = {
	id: 'n1',
	name: 'Tencent Chat Desk',
	type: 'tencentChatDesk',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const refused = failureOf('permanent', 'The account does not exist', 'Import it first.', {
	ErrorCode: 90048,
	ErrorInfo: 'To_Account not exist',
	RequestId: 'r1',
});
const lost = failureOf('lost', 'The connection broke', 'Look first.', {
	networkError: 'ECONNRESET',
});
const invalidParameter = new InvalidParameter("'Text' is empty", 'Enter a value.');
const badCredential = new CredentialError("'SDKAppID' is not a number", 'Copy it.');

describe('a failure in a chain of calls', () => {
	const errorOf = (itemError: ItemError) => failedItem(itemError, 0).json.error;

	it('before the first one was carried out is that failure and no more', () => {
		expect(partlyDone(refused, 0, 3)).toBe(refused);
		expect(errorOf(partlyDone(refused, 0, 3))).toMatchObject({ mayHaveBeenSent: false });
	});

	it('that is refused says how much was done, and leaves no doubt about the rest', () => {
		expect(errorOf(partlyDone(refused, 2, 3))).toMatchObject({
			message: 'The account does not exist',
			advice: '2 of 3 calls were carried out before, and are not made again. Import it first.',
			mayHaveBeenSent: true,
			ErrorCode: 90048,
			callsCarriedOut: 2,
			callsPlanned: 3,
		});
	});

	it('that is lost says that the call itself may have been carried out too', () => {
		expect(errorOf(partlyDone(lost, 1, 3))).toMatchObject({
			advice: expect.stringMatching(/^It may have been carried out all the same\. 1 of 3 calls/),
			mayHaveBeenSent: true,
		});
	});
});

describe('the error that stops a node', () => {
	it.each<[string, ItemError, new (...args: never[]) => Error]>([
		['a refusal', refused, NodeApiError],
		['a lost response', lost, NodeApiError],
		['a bad input', invalidParameter, NodeOperationError],
		['a bad credential', badCredential, NodeOperationError],
	])('for %s is one of n8n, with message, advice and item', (_what, itemError, type) => {
		const error = toNodeError(node, itemError, 7, 'Stopped at item 7.');
		expect(error).toBeInstanceOf(type);
		expect(error.message).toBe('problem' in itemError ? itemError.problem : itemError.message);
		expect(error.description).toContain(itemError.advice);
		expect(error.description).toMatch(/\. Stopped at item 7\.$/);
		expect(error.context.itemIndex).toBe(7);
		expect(error.node).toBe(node);
	});

	it('carries the code, for the panel and for workflows', () => {
		expect(toNodeError(node, refused, 0)).toMatchObject({ httpCode: '90048' });
		const gateway = failureOf('lost', 'It failed', 'Wait.', { httpStatus: 502 });
		expect(toNodeError(node, gateway, 0)).toMatchObject({ httpCode: '502' });
		expect(toNodeError(node, lost, 0)).toMatchObject({ httpCode: null });
	});

	it('shows what Tencent said and the number that its support asks for, in the details', () => {
		const error = toNodeError(node, refused, 0);
		expect(error.messages).toEqual(['To_Account not exist']);
		expect(error.context.data).toEqual({
			ErrorCode: 90048,
			ErrorInfo: 'To_Account not exist',
			RequestId: 'r1',
		});
	});

	it.each([[''], [7], [undefined]])('shows no words where Tencent said %j', (ErrorInfo) => {
		const data = { ErrorCode: 90048, ErrorInfo };
		const error = toNodeError(node, failureOf('permanent', 'It failed', 'Wait.', data), 0);
		expect(error.messages).toEqual([]);
		expect(error.context.data).toEqual(data);
	});

	it('has no details where nothing is known but the headline', () => {
		const error = toNodeError(node, failureOf('lost', 'It broke', 'Look first.'), 0);
		expect([error.messages, error.context.data]).toEqual([[], undefined]);
	});

	it.each(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH'])(
		"keeps its own message where n8n has one of its own for the network's %s",
		(code) => {
			const failure = networkFailure(Object.assign(new Error('x'), { code, syscall: 'connect' }));
			const error = toNodeError(node, failure, 0);
			expect(error.message).toBe(failure.message);
			expect(error.description).toContain(failure.advice);
		},
	);

	it('is a new one each time, without a cause on which a request could hang', () => {
		const error = toNodeError(node, refused, 0);
		expect(toNodeError(node, refused, 0)).not.toBe(error);
		expect(error.cause).toBeUndefined();
	});

	it('says that it may have been done where nobody knows', () => {
		const description = (itemError: ItemError) => toNodeError(node, itemError, 0).description;
		expect(description(lost)).toMatch(/^It may have been carried out all the same\. /);
		expect(description(inDoubt(refused))).toMatch(/^It may have been carried out/);
		expect(description(refused)).toBe('Import it first.');
		expect(description(invalidParameter)).toBe('Enter a value.');
	});
});

describe('an item that failed', () => {
	it('has everything known as data, and says which item it came from', () => {
		expect(failedItem(refused, 3)).toEqual({
			json: {
				error: {
					message: 'The account does not exist',
					advice: 'Import it first.',
					mayHaveBeenSent: false,
					ErrorCode: 90048,
					ErrorInfo: 'To_Account not exist',
					RequestId: 'r1',
				},
			},
			pairedItem: { item: 3 },
		});
	});

	it('says whether it may have been sent', () => {
		const says = (itemError: ItemError) => failedItem(itemError, 0).json.error;
		expect(says(lost)).toMatchObject({ mayHaveBeenSent: true });
		expect(says(inDoubt(refused))).toMatchObject({ mayHaveBeenSent: true, ErrorCode: 90048 });
		expect(says(invalidParameter)).toMatchObject({
			message: "'Text' is empty",
			mayHaveBeenSent: false,
		});
		expect(says(badCredential)).toMatchObject({ mayHaveBeenSent: false });
	});
});

describe('an item that was sent', () => {
	it('is what was answered, and says which item it came from', () => {
		expect(sentItem({ MsgKey: '1_2_3' }, 4)).toEqual({
			json: { MsgKey: '1_2_3' },
			pairedItem: { item: 4 },
		});
	});
});

describe('a doubt about an earlier attempt', () => {
	it('is kept beside what the last one said', () => {
		expect(inDoubt(refused)).toEqual({ ...refused, effect: 'unknown' });
		expect(refused.effect).toBe('none');
	});
});

describe('whatever was thrown', () => {
	it('is told to the user as it is when it was meant for the user', () => {
		expect(itemErrorOf(invalidParameter)).toBe(invalidParameter);
		expect(itemErrorOf(badCredential)).toBe(badCredential);
	});

	it.each([
		['a bug', new TypeError('x is not a function'), 'x is not a function'],
		['a text', 'thrown', 'thrown'],
		['a text with blanks around it', ' thrown\n', 'thrown'],
		['nothing', undefined, 'This item failed in n8n'],
		['an object without words', {}, 'This item failed in n8n'],
		['null', null, 'This item failed in n8n'],
	])('becomes the failure of the item, with what to do, when it is %s', (_what, error, problem) => {
		const itemError = itemErrorOf(error);
		expect(messageOf(itemError)).toBe(problem);
		expect(adviceOf(itemError)).toContain('nothing was sent for this item');
		expect(isInDoubt(itemError)).toBe(false);
	});

	it('keeps what it says about what to do', () => {
		const error = Object.assign(new Error('No such node'), { description: 'Add it.' });
		expect(adviceOf(itemErrorOf(error))).toBe('Add it.');
		expect(adviceOf(itemErrorOf(new Error('No such node'), 'Look around.'))).toBe('Look around.');
	});

	it('shows nothing of a request', () => {
		const error = new Error(
			'GET https://example.com/?usersig=eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy',
		);
		expect(messageOf(itemErrorOf(error))).toBe('This item failed in n8n');
	});

	it('says no more than a few sentences', () => {
		expect(messageOf(itemErrorOf(new Error('x'.repeat(10_000))))).toHaveLength(500);
	});
});
