import { findOperation } from '../../support/operation';

function wordOf(resource: string, value: string): string | undefined {
	const operation = findOperation(resource, value)!;
	return 'doneWord' in operation ? operation.doneWord : undefined;
}

describe('what is said of an item that was carried out', () => {
	it.each([
		['directMessage', 'send', 'sent'],
		['push', 'notifyAll', 'sent'],
		['session', 'contactUser', 'contacted'],
		['agent', 'getMany', 'read'],
		['user', 'check', 'read'],
		['agent', 'setStatus', 'changed'],
		['group', 'create', 'created'],
		['user', 'import', 'imported'],
		['user', 'generateUserSig', 'created'],
		['user', 'delete', 'removed'],
		['api', 'call', 'called'],
	])('after %s.%s it was %s', (resource, operation, word) => {
		expect(wordOf(resource, operation)).toBe(word);
	});
});
